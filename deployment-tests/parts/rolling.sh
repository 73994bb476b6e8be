# Hubs are restarted one by one, under load; nobody notices.

say "Restarting all hubs under load"
render "$work/nginx-wide" "${defaults[@]}" "${static[@]}" LIMIT_WRITES_PER_SECOND=10000 LIMIT_WRITES_BURST=10000 LIMIT_READS_PER_SECOND=10000 \
  LIMIT_READS_BURST=10000 LIMIT_SIGN_INS_PER_MINUTE=10000 LIMIT_SIGN_INS_BURST=10000
kill "${pid[nginx]}"
within 10 ended "${pid[nginx]}" || die "nginx does not end"
start_nginx nginx "$work/nginx-wide"
ok "the proxy answers, with wider limits" within 10 answers 200 "$api/health"
: >"$work/log/journal"
TRUST=$work/tls/tls.crt PASSWORD=$password java "$root/deployment-tests/Load.java" "$https" "$work/load-ends" "$work/log/journal" \
  >"$work/load" 2>&1 &
load=$!
started+=("$load")
loaded() { at_least "$(wc -l <"$work/log/journal")" 100; }
within 60 loaded || die "there is no load: $(cat "$work/load")"
for hub in command-1 query-1 command-2 query-2; do
  lines=$(wc -l <"$work/log/journal")
  # The worst moment: nginx counts in whole seconds, so that it comes back to a hub in the very moment in which the hub goes on.
  sleep "$(awk -v now="$(date +%s.%N)" 'BEGIN {print int(now) + 1 - now}')"
  stop "$hub" TERM
  start_hub "$hub"
  ok "$hub is ready again" within 150 ready "$hub"
  echo "       $(($(wc -l <"$work/log/journal") - lines)) answers meanwhile"
done
touch "$work/load-ends"
if wait "$load"; then
  ok "of all calls none has failed, and what was made is there once: $(cat "$work/load")" true
else
  cat "$work/load" >&2
  die "calls have failed"
fi
ok "the hubs were restarted under load" grep -q '"hub_status":"[^"]*502' "$work/log/access"
