#!/usr/bin/env bash
# Keeps a copy of the audit trail where the hub's administrators cannot reach it: appends every entry to a file, one JSON object a line,
# in the order of positions, each once. The file itself says how far it is, so that it can be stopped, killed and started again.
#
#   HUB_URL=https://hub.example.org HUB_TOKEN=hub_... ship-audit-log.sh audit.ndjson          once, for cron
#   HUB_URL=https://hub.example.org HUB_TOKEN=hub_... ship-audit-log.sh audit.ndjson 10       every 10 seconds, until it is stopped
#
# The token is one of an auditor, who sees an organisation, or of platform staff, who see all. Needs bash, curl, jq. Ends with 3 if the hub
# does not know the file's last position: its database was restored to an earlier state, and somebody has to look at both.
set -euo pipefail

: "${HUB_URL:?the address of the hub, such as https://hub.example.org}" "${HUB_TOKEN:?an API token}"
file=${1:?the file to append to}
interval=${2:-}

# Readable by its owner only, like what is in it.
umask 077
touch "$file"
part=$(mktemp "$file.part-XXXXXX")
headers=$(mktemp "$file.part-XXXXXX")
trap 'rm -f "$part" "$headers"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
# The token goes to curl by a file: arguments can be seen by everybody on the machine.
printf 'Authorization: Bearer %s\n' "$HUB_TOKEN" >"$headers"

# ship: appends what is new. Fails if the hub cannot be asked now, or the disk is full; the next time asks for the same. Each step says
# itself what happens if it fails: bash does not stop at one in a function whose failure somebody looks at.
ship() {
  local after=0 status
  # A line that a full disk or a power cut has broken off is fetched again.
  if [ -s "$file" ] && [ -n "$(tail -c 1 "$file")" ]; then
    truncate -s "$(($(wc -c <"$file") - $(tail -n 1 "$file" | wc -c)))" "$file" || return 1
  fi
  [ ! -s "$file" ] || after=$(tail -n 1 "$file" | jq -e .id) || return 1
  status=$(curl -sS -o "$part" -w '%{http_code}' -H "@$headers" -H 'Accept: application/x-ndjson' \
    "$HUB_URL/api/v1/audit-logs?after=$after") || return 1
  case $status in
    200)
      # What comes over a broken connection has made curl fail; this is whole.
      cat "$part" >>"$file" || return 1
      sync "$file" || return 1
      ;;
    409)
      echo "The hub does not know position $after: $(jq -r .detail "$part")" >&2
      exit 3
      ;;
    *)
      echo "The hub answered $status: $(jq -r '.detail // .' "$part" 2>/dev/null || true)" >&2
      return 1
      ;;
  esac
}

if [ -z "$interval" ]; then
  ship
else
  while :; do
    ship || true
    sleep "$interval" &
    wait $!
  done
fi
