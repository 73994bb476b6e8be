#!/usr/bin/env bash
# Backs a hub up under load in every way that docs/operations.md describes, restores each backup somewhere else, and proves that it is all
# there. See README.md beside this file. Linux only; needs the built jar, a JDK 25, curl, jq, and PostgreSQL's server and tools (15 to 18).
set -euo pipefail

# shellcheck source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# --- The load ---------------------------------------------------------------------------------------------------------------------

# register NAME: registers a model; prints its name, id and position if, and only if, the hub has confirmed it.
register() {
  local answer
  answer=$(curl -si -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "$api/models" \
    -d "{\"name\":\"$1\",\"owner\":\"the drill\"}") || return 0
  case $answer in
    'HTTP/1.1 201'*)
      printf '%s,%s,%s\n' "$1" "$(sed -n 's/^{.*"id":\([0-9]*\).*/\1/p' <<<"$answer")" \
        "$(tr -d '\r' <<<"$answer" | sed -n 's/^[Hh]ub-[Pp]osition: *//p')"
      ;;
  esac
}

write_on() {
  local i
  for ((i = 0; i < 5000; i++)); do
    [ -e "$work/load" ] || break
    register "writer-$1-$i" >>"$work/journal.$1"
  done
}

acknowledged() {
  cat "$work"/journal.* | wc -l
}

# await_more COUNT: until so many more models have been confirmed.
await_more() {
  local i target=$(($(acknowledged) + $1))
  for ((i = 0; i < 300; i++)); do
    [ "$(acknowledged)" -lt "$target" ] || return 0
    sleep 0.2
  done
  die "the load does not go on: $(acknowledged) models, where $target were expected"
}

# note NAME: what clients have been told so far.
note() {
  cat "$work"/journal.* >"$work/acked.$1"
}

# --- The proof --------------------------------------------------------------------------------------------------------------------

# query NAME: psql in the restored database, as somebody who sees everything.
query() {
  if [ -n "${port_of[$1]:-}" ]; then
    admin "$1" -d hub
  else
    PGPASSWORD=$(cat "$work/$1/postgres-password") "$bin/psql" -h 127.0.0.1 -p "$(cat "$work/$1/postgres-port")" -U hub_admin \
      -d postgres -XAtq -v ON_ERROR_STOP=1
  fi
}

# prove NAME ACKED WHAT: that the hub restored there has everything that was confirmed, and goes on.
prove() {
  local missing events highest next id position i
  start_hub "$1"
  next=$(register "after the restore")
  IFS=, read -r _ id position <<<"$next"
  read -r missing events highest < <(query "$1" <<EOF | paste -sd ' '
CREATE TEMPORARY TABLE acked (name text, id bigint, position bigint);
\\copy acked FROM '$work/acked.$2' CSV
SELECT count(*) FROM acked a WHERE NOT EXISTS (
    SELECT FROM event_store.event_position p JOIN event_store.event e USING (global_index)
     WHERE p.position = a.position AND e.aggregate_id = 'model-' || a.id AND e.event_name = 'ModelRegistered'
       AND strpos(e.payload, '"' || a.name || '"') > 0);
SELECT count(*) FROM event_store.event;
SELECT max(position) FROM event_store.event_position;
EOF
  )
  [ "$missing" = 0 ] || die "$3: $missing of $(wc -l <"$work/acked.$2") confirmed models are missing, or have another position"
  [ "$events" = "$highest" ] || die "$3: $events events have positions up to $highest"
  [ "$position" = "$highest" ] || die "$3: the next event got position '$position', the highest is $highest"
  [ "$(curl -sS -H "Authorization: Bearer $token" "$api/models/$id" | jq -r .name)" = 'after the restore' ] || die "$3: the new model cannot be read"
  curl -sSf -o /dev/null -H "Authorization: Bearer $api_token" "$api/models/$id" || die "$3: the API token is not accepted"
  # While the hub runs: positions dense, decision tables and read models, row for row, what the events make of them.
  # Read models of a hub that was restored from its events are compared when they are there.
  for ((i = 0; i < 20; i++)); do
    command_on "$1" verify >"$work/verify.out" || { cat "$work/verify.out"; die "$3: it does not verify"; }
    ! grep -q 'not compared' "$work/verify.out" || { sleep 1; continue; }
    break
  done
  ((i < 20)) || die "$3: the read models were not compared"
  grep -E '^ok +(positions|read models):' "$work/verify.out"
  ! grep -E ' ERROR ' "$work/hub-$1.log" || die "$3: the hub's log has errors"
  echo "All $(wc -l <"$work/acked.$2") models that were confirmed before are there, at their positions; positions are dense; the next event got $position."
  stop_hub
}

# --- The load, and the backups under it -------------------------------------------------------------------------------------------

say "A hub on $("$bin/postgres" --version)"
cluster source
serve source
make_login source
start_hub source
api_token=$(curl -sS -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "$api/tokens" \
  -d '{"name":"drill","role":"admin"}' | jq -er .token)
touch "$work/load"
for writer in 1 2 3; do
  : >"$work/journal.$writer"
  write_on "$writer" &
  writers+=($!)
done
await_more 60

say "pg_basebackup, under load"
PGPASSWORD=$password "$bin/pg_basebackup" -h 127.0.0.1 -p "${port_of[source]}" -U postgres -D "$work/base" --wal-method=none --checkpoint=fast 2>&1 |
  sed '/^NOTICE/d'
await_more 30

say "pg_dump, under load"
note dump
PGPASSWORD=hub-password "$bin/pg_dump" -h 127.0.0.1 -p "${port_of[source]}" -U hub --role=hub_owner --enable-row-security -Fc \
  -f "$work/hub.dump" hub
await_more 30

say "hub backup, under load"
note backup
command_on source backup "$work/backup"
(cd "$work/backup" && sha256sum --check --strict --quiet SHA256SUMS)

note moment
moment=$(admin source -d postgres -c 'SELECT clock_timestamp()')
await_more 60

say "The end of the load"
rm "$work/load"
wait "${writers[@]}"
writers=()
note end
admin source -d postgres -c 'SELECT pg_switch_wal()' >/dev/null
stop_hub
stop_cluster source
echo "$(acknowledged) models were confirmed: $(wc -l <"$work/acked.dump") before pg_dump, $(wc -l <"$work/acked.backup") before hub backup, $(wc -l <"$work/acked.moment") before $moment"

# --- The restores -----------------------------------------------------------------------------------------------------------------

say "pg_dump, into a fresh PostgreSQL of the same version"
cluster fresh
serve fresh
make_login fresh
make_roles fresh
PGPASSWORD=hub-password "$bin/pg_restore" -h 127.0.0.1 -p "${port_of[fresh]}" -U hub --role=hub_owner -d hub --exit-on-error "$work/hub.dump"
command_on fresh verify >"$work/verify.out" || { cat "$work/verify.out"; die "the restored dump does not verify"; }
prove fresh dump "pg_dump into a fresh PostgreSQL"
stop_cluster fresh

say "pg_dump, into the embedded PostgreSQL"
# A first start makes the database and its roles; the dump takes the place of what the hub has put into it.
start_hub embedded-dump
stop_hub
embedded=("${as_nobody[@]}" "$work"/embedded-dump/postgres-binaries-*/bin/pg_ctl -D "$work/embedded-dump/postgres" -w)
"${embedded[@]}" -l "$work/embedded.log" start >/dev/null
query embedded-dump <<<'DROP SCHEMA app, event_store, read_model, read_model_a, read_model_b CASCADE;' 2>/dev/null
PGPASSWORD=$(cat "$work/embedded-dump/postgres-password") "$bin/pg_restore" -h 127.0.0.1 -p "$(cat "$work/embedded-dump/postgres-port")" \
  -U hub_admin --role=hub_owner -d postgres --exit-on-error "$work/hub.dump"
"${embedded[@]}" stop >/dev/null
prove embedded-dump dump "pg_dump into the embedded PostgreSQL"

say "Base backup and WAL, to $moment"
cp -r "$work/base" "$work/moment"
chmod -R go-rwx "$work/moment"
mkdir -m 700 "$work/archive-moment"
sed -i "s|archive-source|archive-moment|g" "$work/moment/postgresql.conf"
cat >>"$work/moment/postgresql.conf" <<EOF
restore_command = 'cp $work/archive-source/%f %p'
recovery_target_time = '$moment'
recovery_target_action = 'promote'
EOF
touch "$work/moment/recovery.signal"
serve moment
for ((i = 0; i < 300; i++)); do
  [ "$(admin moment -d postgres -c 'SELECT pg_is_in_recovery()')" != f ] || break
  sleep 0.2
done
((i < 300)) || die "the recovery does not end"
# The last model that was confirmed at all must not be there: else it was no recovery to a moment.
last=$(sort -t, -k3,3n "$work/acked.end" | tail -n 1 | cut -d, -f1)
[ "$(admin moment -d hub -c "SELECT count(*) FROM event_store.model WHERE name = '$last'")" = 0 ] || die "the recovery went past its moment"
prove moment moment "base backup and WAL"
stop_cluster moment

say "hub backup, into the embedded PostgreSQL"
command_on embedded-backup restore "$work/backup" | tail -n 1
prove embedded-backup backup "hub backup into the embedded PostgreSQL"

say "hub backup, into a PostgreSQL of one's own"
cluster other
serve other
make_login other
command_on other restore "$work/backup" | tail -n 1
prove other backup "hub backup into a PostgreSQL of one's own"
if command_on other restore "$work/backup" >"$work/refused.out" 2>&1; then die "a database with a hub in it was restored into"; fi
grep -F 'There is a hub in this database already' "$work/refused.out" || die "the refusal does not say why"
printf 'x' >>"$work/backup/event_store.event.copy.gz"
if command_on embedded-damaged restore "$work/backup" >"$work/refused.out" 2>&1; then die "a damaged backup was restored"; fi
grep -F 'event_store.event.copy.gz is not what was written' "$work/refused.out" || die "the damage is not named"

say "The drill passed: pg_dump (fresh and embedded), base backup and WAL, hub backup (embedded and own)"
