#!/usr/bin/env bash
# Makes the fixture of a release: a hub's database with every kind of event in it, as SQL, for the test that upgrades it (UpgradeTest).
#
#   HUB_JAR=hub-0.1.0-exec.jar drills/record-release.sh hub/src/test/resources/releases/0.1.0.sql.gz
set -euo pipefail

# shellcheck source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
target=${1:?say which file to write}

# call METHOD PATH STATUS [BODY]: as whoever $token is of; the answer is in $answer.
call() {
  local status
  status=$(curl -sS -o "$work/answer" -w '%{http_code}' -X "$1" -H "Authorization: Bearer $token" \
    ${4:+-H 'Content-Type: application/json' -d "$4"} "$api$2")
  [ "$status" = "$3" ] || die "$1 $2 answered $status: $(cat "$work/answer")"
  answer=$(cat "$work/answer")
}
id() { jq -r .id <<<"$answer"; }

cluster source
serve source
make_login source
start_hub source

call POST /organizations 201 '{"name":"Acme","description":"First"}'
acme=$(id)
call POST /organizations 201 '{"name":"Other"}'
other=$(id)
call PATCH "/organizations/$other" 200 '{"description":"Changed"}'
call PATCH "/organizations/$other" 200 '{"is_active":false}'
call PATCH "/organizations/$other" 200 '{"is_active":true}'
call POST /users 201 '{"username":"otto","email":"otto@example.org","password":"otto has a password","role":"auditor","organization_id":'"$acme"'}'
otto=$(id)
call PATCH "/users/$otto" 200 '{"role":"compliance_officer"}'
call POST /users 201 '{"username":"mia","email":"mia@example.org","password":"mia has a password","role":"model_owner","organization_id":'"$other"'}'
mia=$(id)
call PATCH "/users/$mia" 200 '{"organization_id":'"$acme"'}'
call PATCH "/users/$mia" 200 '{"is_active":false}'
call PATCH "/users/$mia" 200 '{"is_active":true}'
call POST "/users/$mia/password" 204 '{"password":"mia has another one"}'
call POST /tokens 201 '{"name":"kept","role":"admin","expires_at":"2027-11-01T00:00:00Z"}'
call POST /tokens 201 '{"name":"revoked","role":"auditor"}'
call DELETE "/tokens/$(id)" 204
admin_token=$token

sign_in() {
  token=$(curl -sS -d "username=$1" --data-urlencode "password=$2" "$api/auth/token" | jq -er .access_token)
}
sign_in otto 'otto has a password'
officer=$token
sign_in mia 'mia has another one'
owner=$token

token=$officer
call POST /policies 201 '{"name":"Four eyes","scope":"organization","condition_type":"require_review_for_high_risk"}'
policy=$(id)
call PATCH "/policies/$policy" 200 '{"description":"Somebody else looks"}'
call POST /policies 201 '{"name":"Evaluate first","scope":"environment","environment":"prod","condition_type":"require_evaluation_before_approval","mode":"warn"}'
second=$(id)
call PATCH "/policies/$second" 200 '{"is_active":false}'
call PATCH "/policies/$second" 200 '{"is_active":true}'

token=$owner
call POST /models 201 '{"name":"Credit scoring","owner":"Risk","risk_level":"limited","environment":"prod","intended_purpose":"Scores, \u00e4\u6f22"}'
model=$(id)
call PATCH "/models/$model" 200 '{"name":"Credit scoring 2","sector":"banking"}'
call PATCH "/models/$model/risk-profile" 200 '{"risk_level":"high"}'
call POST /models 201 '{"name":"Base model","owner":"Risk"}'
base=$(id)
call POST /versions 201 '{"model_id":'"$model"',"version_tag":"1.0"}'
version=$(id)
call POST "/versions/$version/metrics" 201 '[{"metric_name":"auc","value":0.9},{"metric_name":"f1","value":0.8}]'
# So many events that a snapshot is taken.
for value in $(seq 130); do
  call POST /metrics 201 '{"version_id":'"$version"',"metric_name":"auc","value":0.'"$value"'}'
done
call POST /datasets 201 '{"name":"Loans","record_count":12}'
dataset=$(id)
call PATCH "/datasets/$dataset" 200 '{"location":"s3://loans"}'
call POST "/models/$model/datasets" 201 '{"dataset_id":'"$dataset"',"model_version_id":'"$version"'}'
call POST "/models/$model/dependencies" 201 '{"parent_model_id":'"$base"'}'
token=$officer
call PATCH "/models/$base/compliance-status" 200 '{"status":"retired","reason":"Superseded"}'
call PATCH "/models/$model/compliance-status" 403 '{"status":"approved","approval_notes":"No review yet"}'
token=$owner
call PATCH "/models/$model/compliance-status" 200 '{"status":"under_review","reason":"Ready"}'
token=$officer
call POST "/models/$model/reviews" 201 '{"outcome":"endorsed","notes":"Read it"}'
call PATCH "/models/$model/compliance-status" 200 '{"status":"approved","approval_notes":"Fine"}'
token=$owner
call POST /models 201 '{"name":"Draft","owner":"Risk"}'
draft=$(id)
token=$officer
call PATCH "/models/$draft/compliance-status" 200 '{"status":"under_review"}'
call PATCH "/models/$draft/compliance-status" 200 '{"status":"draft"}'
call PATCH "/models/$base/compliance-status" 409 '{"status":"approved","approval_notes":"Too late"}'
token=$admin_token

# A parked event, for the operations on dead letters; and a rebuild, after which nothing is parked.
admin source -d hub -c "CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS \$\$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = 'check_violation'; END \$\$"
for generation in a b; do
  admin source -d hub -c "CREATE TRIGGER poison BEFORE UPDATE ON read_model_$generation.model FOR EACH ROW WHEN (NEW.description = 'poison') EXECUTE FUNCTION public.refuse()"
done
call PATCH "/models/$draft" 200 '{"description":"poison"}'
for ((i = 0; i < 100; i++)); do
  call GET /operations/dead-letters 200
  parked=$(jq -r '.[0].position // empty' <<<"$answer")
  [ -z "$parked" ] || break
  sleep 0.1
done
call POST "/operations/dead-letters/$parked/retry" 202
call POST "/operations/dead-letters/$parked/discard" 202 '{"reason":"For the record"}'
admin source -d hub -c 'DROP FUNCTION public.refuse() CASCADE' 2>/dev/null
call POST /operations/rebuild 202 '{"reason":"To finish"}'
for ((i = 0; i < 900; i++)); do
  [ "$(admin source -d hub -c "SELECT name FROM read_model.generation WHERE state = 'live'")" != b ] || break
  sleep 0.1
done
call GET /operations/dead-letters 200
[ "$answer" = '[]' ] || die "events are parked still"
for ((i = 0; i < 100; i++)); do
  [ "$(admin source -d hub -c 'SELECT count(*) FROM event_store.snapshot')" = 0 ] || break
  sleep 0.1
done
stop_hub

say "Kinds of events: $(admin source -d hub -c 'SELECT count(DISTINCT event_name) FROM event_store.event')"
admin source -d hub -c 'SELECT event_name, count(*) FROM event_store.event GROUP BY 1 ORDER BY 1'
{
  printf -- '-- A database of hub %s. The password of admin is "%s".\n' "$(basename "$target" .sql.gz)" "$password"
  PGPASSWORD=hub-password "$bin/pg_dump" -h 127.0.0.1 -p "${port_of[source]}" -U hub --role=hub_owner --enable-row-security \
    --rows-per-insert=100 hub | sed -e '/^\\/d' -e '/^--/d' -e '/^$/d'
} | gzip -9n >"$target"
stop_cluster source
say "Wrote $target"
