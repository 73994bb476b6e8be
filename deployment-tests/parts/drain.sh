# A hub that is told to stop ends what it has begun; one that dies takes no second hub's word for it.

# hold SECONDS: nobody appends an event meanwhile.
hold() {
  sql -c "BEGIN; LOCK TABLE event_store.event IN SHARE MODE; SELECT pg_sleep($1); COMMIT" >/dev/null &
  started+=("$!")
  held() { is "$(sql -c "SELECT count(*) FROM pg_locks WHERE relation = 'event_store.event'::regclass AND mode = 'ShareLock' AND granted")" 1; }
  within 10 held || die "the lock was not obtained"
}
waiting() { at_least "$(sql -c "SELECT count(*) FROM pg_locks WHERE relation = 'event_store.event'::regclass AND NOT granted")" 1; }
write_to() { # write_to URL NAME: in the background; status and body go to a file
  curl -sS --max-time 50 -o "$work/in-flight" -w '%{http_code}' -H "$bearer" -H 'Content-Type: application/json' \
    -d '{"name":"'"$2"'"}' "$1/api/v1/organizations" >"$work/in-flight.status" 2>&1 &
  CALL=$!
  started+=("$CALL")
}

say "Draining"
hold 12
write_to "http://127.0.0.1:${port[command-1]}" "In flight"
ok "a change is under way" within 10 waiting
kill -TERM "${pid[command-1]}"
ok "the hub that is told to stop becomes unready" within 5 not ready command-1
call "http://127.0.0.1:${port[command-1]}/api/v1/auth/me" -H "$bearer"
ok "while it still takes calls" is "$STATUS" 200
sent_away() { answers 502 "http://127.0.0.1:${port[command-1]}/api/v1/auth/me" -H "$bearer" -H 'Hub-Retry-Elsewhere: 502'; }
ok "then it sends away whom the proxy can ask elsewhere for" within 6 sent_away
cp "$work/body" "$work/sent-away"
call "http://127.0.0.1:${port[command-1]}/api/v1/auth/me" -H "$bearer"
ok "and nobody else" is "$STATUS" 200
ok "by a problem, should there be no other hub" is "$(jq -r '"\(.status) \(.type)"' "$work/sent-away")" "502 /problems/unavailable"
refused() { call "http://127.0.0.1:${port[command-1]}/api/v1/auth/me"; is "${STATUS%%:*}" none; }
ok "then it takes no more connections" within 10 refused
wait "$CALL" || true
ok "the change that was under way is answered" is "$(cat "$work/in-flight.status")" 201
ok "the hub ends" within 30 ended "${pid[command-1]}"
start_hub command-1
ok "and starts again" within 150 ready command-1

say "Dying"
sleep 5 # both hubs are known to the proxy again
hold 8
write_to "$api" "Unknown outcome"
ok "a change is under way, through the proxy" within 10 waiting
# Which hub has it: the one whose connection waits.
victim=$(sql -c "SELECT client_port FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query NOT LIKE 'LOCK%' LIMIT 1")
for hub in command-1 command-2; do
  if ss -tnpH "sport = :$victim" | grep -q "pid=${pid[$hub]},"; then dying=$hub; fi
done
ok "it is known which hub has it" test -n "${dying:-}"
disown "${pid[$dying]}" # or the shell would speak of it
kill -KILL "${pid[$dying]}"
wait "$CALL" || true
cp "$work/in-flight" "$work/body"
STATUS=$(cat "$work/in-flight.status")
ok "the client is told that the outcome is unknown" is "$STATUS $(member type)" "503 /problems/outcome-unknown"
count() { sql -c "SELECT count(*) FROM event_store.event WHERE event_name = 'OrganizationCreated' AND payload LIKE '%Unknown outcome%'"; }
sleep 1
ok "and no second hub was asked to make the change" is \
  "$(jq -r 'select(.path == "/api/v1/organizations" and .status == "503") | .hub' "$work/log/access" | tail -n 1)" "127.0.0.1:${port[$dying]}"
ended_waiting() { is "$(sql -c "SELECT count(*) FROM pg_locks WHERE NOT granted")" 0; }
within 20 ended_waiting || die "the lock is still held"
ok "so it was made once at most" at_most "$(count)" 1
start_hub "$dying"
ok "$dying starts again" within 150 ready "$dying"
sleep 5
