# The database goes away and comes back; the hubs stay.

say "Losing the database"
declare -A before
for hub in command-1 command-2 query-1 query-2; do before[$hub]=${pid[$hub]}; done
kill_postgres
for hub in command-1 query-1; do
  ok "$hub is not ready" within 20 not ready "$hub"
  call "http://127.0.0.1:${management[$hub]}/actuator/health/liveness"
  ok "but alive: nothing is won by starting it again" is "$STATUS" 200
done
call "$api/api/v1/organizations" -H "$bearer" -H 'Content-Type: application/json' -d '{"name":"Without a database"}'
ok "a change is answered 503, as the hub's problem" is_503
ok "with Retry-After" once Retry-After
call "$api/api/v1/models" -H "$bearer"
ok "a read, too" is_503
call "$api/health"
ok "health says what it is" is "$STATUS $(member status) $(member database)" "200 degraded unhealthy"

say "And getting it back"
start_postgres
for hub in command-1 command-2 query-1 query-2; do
  ok "$hub is ready again" within 60 ready "$hub"
  ok "in the process that it was" not ended "${before[$hub]}"
done
created() {
  call "$api/api/v1/organizations" -H "$bearer" -H 'Content-Type: application/json' -d '{"name":"With it again '$RANDOM'"}'
  is "$STATUS" 201
}
ok "changes are made" within 20 created
read_back() { answers 200 "$api/api/v1/organizations" -H "$bearer" && grep -q 'With it again' "$work/body"; }
ok "and can be read" within 20 read_back
