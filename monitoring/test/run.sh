#!/usr/bin/env bash
# Tests the monitoring with the real programs: promtool on the configuration, the rules and their tests; Grafana's types on the dashboards;
# then a hub with the demonstration, a Prometheus that scrapes it as shipped, a blackbox exporter and a server with a certificate, and every
# query of every panel and rule against them. Takes a minute or two, and leaves no process behind.
#
#   monitoring/test/run.sh [the hub's jar]      hub/target/hub-*-exec.jar, if none is named
#
# Needs prometheus with promtool, prometheus-blackbox-exporter, openssl, curl, jq, node with npm, and a JDK 25.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
monitoring=$(dirname "$here")
root=$(dirname "$monitoring")
work=$(mktemp -d)
pids=()
SECONDS=0

die() {
  printf 'FAILED: %s\n' "$1" >&2
  exit 1
}

clean_up() {
  local code=$? pid i
  trap - EXIT
  if [ "$code" != 0 ]; then
    tail -n 15 "$work"/*.log >&2 || true
  fi
  for pid in "${pids[@]}"; do
    kill "$pid" 2>/dev/null || true
  done
  for pid in "${pids[@]}"; do
    for ((i = 0; i < 300; i++)); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.1
    done
    kill -KILL "$pid" 2>/dev/null || true
  done
  rm -rf "$work"
  exit "$code"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

for program in prometheus promtool prometheus-blackbox-exporter openssl curl jq node npm; do
  command -v "$program" >/dev/null || die "$program is not installed"
done
java=$("$root/.ci/java-home")/bin/java || die "there is no JDK 25"
jar=${1:-$(ls "$root"/hub/target/hub-*-exec.jar 2>/dev/null || true)}
[ -f "$jar" ] || die "there is no jar of the hub; build it: ./mvnw package -DskipTests"

# --- What needs no process --------------------------------------------------------------------------------------------------------

cp -r "$monitoring/prometheus" "$work/prometheus"
echo '- targets: [hub.example.org:9090]' >"$work/prometheus/targets/hub.yml"
promtool check config "$work/prometheus/prometheus.yml" >"$work/promtool.log" 2>&1 || die "promtool check config"
! grep -q WARNING "$work/promtool.log" || die "promtool check config warns"
promtool check rules "$monitoring"/prometheus/rules/*.yml >"$work/promtool.log" 2>&1 || die "promtool check rules"
promtool test rules "$here"/rules/*.yml >"$work/promtool.log" 2>&1 || die "promtool test rules"
alerts=$(sed -n 's/^ *- alert: //p' "$monitoring"/prometheus/rules/*.yml)
echo "Rules: $(cat "$monitoring"/prometheus/rules/*.yml | grep -c '^ *- \(alert\|record\):') are valid, $(wc -w <<<"$alerts") alerts have passed their tests."

(cd "$here" && npm ci --no-audit --no-fund --silent) || die "npm ci"
(cd "$here" && node dashboards.js) || die "the dashboards"

# --- A hub, a server with a certificate, and what watches them --------------------------------------------------------------------

# Below the ports of outgoing connections, so that none of those takes one by chance.
free_port() {
  local port
  while :; do
    port=$((RANDOM % 12000 + 20000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

# until SECONDS COMMAND...: repeats it until it succeeds.
until_true() {
  local i
  for ((i = 0; i < $1 * 5; i++)); do
    "${@:2}" >/dev/null 2>&1 && return
    sleep 0.2
  done
  return 1
}

api=$(free_port) management=$(free_port) tls=$(free_port) blackbox=$(free_port) server=$(free_port)

for variable in $(compgen -e); do
  case $variable in
    HUB_* | DATABASE_URL | SECRET_KEY) unset "$variable" ;;
  esac
done
password=$work/admin-password
openssl rand -base64 18 >"$password"
HUB_PORT=$api HUB_MANAGEMENT_PORT=$management HUB_DATA_DIR=$work/data HUB_DEMO=true HUB_ADMIN_PASSWORD=$(cat "$password") \
  "$java" -Xmx512m -jar "$jar" >"$work/hub.log" 2>&1 </dev/null &
pids+=($!)

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 60 -subj /CN=hub.example.org \
  -keyout "$work/key.pem" -out "$work/certificate.pem" 2>"$work/openssl.log"
openssl s_server -accept "$tls" -cert "$work/certificate.pem" -key "$work/key.pem" -www -quiet >"$work/tls.log" 2>&1 </dev/null &
pids+=($!)
prometheus-blackbox-exporter --config.file="$monitoring/blackbox/blackbox.yml" --web.listen-address="127.0.0.1:$blackbox" \
  >"$work/blackbox.log" 2>&1 </dev/null &
pids+=($!)

until_true 120 grep -q 'AI Governance Hub is ready' "$work/hub.log" || die "the hub has not started"
hub=http://127.0.0.1:$api
until_true 60 bash -c "curl -s $hub/health | grep -q '\"status\":\"ok\"'" || die "the hub is not healthy"

# The shipped configuration, but for addresses and for its pace: a test has less time than an operator.
echo "- targets: ['127.0.0.1:$management']" >"$work/prometheus/targets/hub.yml"
sed -i -e "s/nginx:443/127.0.0.1:$tls/; s/blackbox:9115/127.0.0.1:$blackbox/" \
  -e 's/_interval: 15s/_interval: 1s/; s/scrape_timeout: 14s/scrape_timeout: 1s/' "$work/prometheus/prometheus.yml"
# And what the documentation says of hubs whose management port cannot be reached.
token() {
  curl -sS --data-urlencode username=admin --data-urlencode "password=$(cat "$password")" "$hub/api/v1/auth/token" | jq -er .access_token
}
admin=$(token)
curl -sS -H @<(echo "Authorization: Bearer $admin") -H 'Content-Type: application/json' "$hub/api/v1/tokens" \
  -d '{"name":"Prometheus","role":"auditor"}' | jq -er .token >"$work/prometheus/hub-token"
awk '/^<!-- by-token:begin/ {on = 1} /^<!-- by-token:end/ {on = 0} on && /^```yaml/ {code = 1; next} /^```/ {code = 0} on && code' \
  "$root/docs/operations.md" | sed -e 's/hub.example.org/127.0.0.1:'"$api"'/' -e 's/scheme: https/scheme: http/' \
  -e "s#/etc/prometheus/hub-token#$work/prometheus/hub-token#" >"$work/by-token.yml"
grep -q "targets: .*$api" "$work/by-token.yml" || die "the documentation has lost its example, or the marks around it"
# Within scrape_configs, where the job of the certificate ends the file.
cat "$work/by-token.yml" >>"$work/prometheus/prometheus.yml"
promtool check config "$work/prometheus/prometheus.yml" >"$work/promtool.log" 2>&1 || die "the configuration with a token"

prometheus --config.file="$work/prometheus/prometheus.yml" --storage.tsdb.path="$work/tsdb" --web.listen-address="127.0.0.1:$server" \
  --log.level=warn >"$work/prometheus.log" 2>&1 </dev/null &
pids+=($!)
until_true 30 curl -fsS "http://127.0.0.1:$server/-/ready" || die "Prometheus has not started"

# --- What Prometheus makes of it --------------------------------------------------------------------------------------------------

HUB_URL=$hub ADMIN_PASSWORD_FILE=$password PROMETHEUS_URL=http://127.0.0.1:$server WALK=$root/examples/walk.sh \
  node "$here/queries.js" || die "the queries"

curl -fsS "http://127.0.0.1:$management/actuator/prometheus" >"$work/scrape"
promtool check metrics <"$work/scrape" >"$work/checked" 2>&1 || true
# The documented names of three gauges end as only counters' should; see docs/operations.md.
diff - "$work/checked" <<'END' || die "promtool check metrics"
ai_governance_models_total non-counter metrics should not have "_total" suffix
ai_governance_policies_total non-counter metrics should not have "_total" suffix
ai_governance_versions_total non-counter metrics should not have "_total" suffix
END
echo "Scrape: $(grep -vc '^#' "$work/scrape") series; promtool has nothing to say but of the three documented gauges."
! grep -E ' (ERROR|Unforeseen)' "$work/hub.log" || die "the hub's log has errors"
echo "Monitoring: everything passed in $SECONDS s."
