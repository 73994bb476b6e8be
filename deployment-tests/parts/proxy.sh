# Every rule of nginx/, by a request that shows it. The limits are those of nginx/Dockerfile.

# Clients that stall, looked at further down.
stall() { # stall FILE REQUEST: sends this much and no more; the file says when the proxy has hung up
  (
    exec 3<>"/dev/tcp/127.0.0.1/${port[api]}"
    printf '%b' "$2" >&3
    begun=$SECONDS
    timeout 40 cat <&3 >/dev/null && echo $((SECONDS - begun)) >"$1"
  ) &
  started+=("$!")
}
stall "$work/stalled-headers" 'GET /health HTTP/1.1\r\nHost: hub\r\n'
stall "$work/stalled-body" 'POST /api/v1/models HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{'

say "TLS"
tls() { curl -sS -o /dev/null --cacert "$work/tls/tls.crt" "$@" "$https/health" 2>/dev/null; }
ok "TLS 1.3 is spoken" tls --tlsv1.3
ok "TLS 1.2 is spoken" tls --tlsv1.2 --tls-max 1.2
ok "TLS 1.1 is refused" not tls --tlsv1.1 --tls-max 1.1 --ciphers 'ALL:@SECLEVEL=0'
ok "a cipher without forward secrecy is refused" not tls --tls-max 1.2 --ciphers AES128-GCM-SHA256
ok "HTTP/2 is spoken" is "$(curl -sS -o /dev/null --http2 -w '%{http_version}' --cacert "$work/tls/tls.crt" "$https/health")" 2
call "http://127.0.0.1:${port[redirect]}/models?q=a%20b" -H 'Host: hub.example.org'
ok "http is redirected to https, method and query kept" is "$STATUS $(header Location)" \
  "308 https://hub.example.org:${port[https]}/models?q=a%20b"

say "Headers"
for path in / /api/v1/models /health /nothing-here; do
  call "$https$path" -H 'Accept: text/html'
  for name in Strict-Transport-Security X-Content-Type-Options X-Frame-Options Referrer-Policy Content-Security-Policy; do
    ok "$path has $name once over https" once "$name"
  done
done
call "$api/health"
ok "without TLS there is no Strict-Transport-Security" is "$(header Strict-Transport-Security)" ""
ok "the version of nginx is not told" is "$(header Server)" nginx
call "$https/api/v1/nothing" -H 'X-Correlation-Id: from-the-client'
ok "the hub gets the client's correlation id" is "$(header X-Correlation-Id)" from-the-client

say "Problems of the proxy itself"
head -c 1048577 /dev/zero | tr '\0' x >"$work/large"
call "$api/api/v1/models" -X POST -H 'Content-Type: application/json' -H 'X-Correlation-Id: too-large' --data-binary "@$work/large"
ok "a body of more than 1 MiB is 413, as a problem" is_problem 413 too-large
ok "which names the path" is "$(member instance)" /api/v1/models
ok "and has the correlation id" is "$(header X-Correlation-Id)" too-large
call "$api/api/v1/models" -X POST -H 'Content-Type: application/json' -H 'Transfer-Encoding: chunked' --data-binary "@$work/large"
ok "in chunks, too" is_problem 413 too-large
head -c 1048576 "$work/large" >"$work/just"
call "$api/api/v1/models" -X POST -H 'Content-Type: application/json' -H "$bearer" --data-binary "@$work/just"
ok "a body of 1 MiB reaches the hub" is_problem 400 malformed
call "$api/api/v1/models" -X TRACE
ok "TRACE is 405, as a problem" is_problem 405 method-not-allowed
call "$api/api/v1/models" -H "X-Long: $(head -c 20000 "$work/large")"
ok "headers beyond 16 KiB are 400, as a problem" is_problem 400 malformed
call "$api/actuator/health"
ok "the hubs' own port is not reachable by path" is_problem 404 not-found
call "$api/api/v1/models?q=%22%7D" -X TRACE -g
ok "a problem is JSON whatever the address is" is "$(member instance)" /api/v1/models

say "Compression and caching"
call "$https/" -H 'Accept: text/html'
ok "the page of the web interface is served on 443" grep -q '<div id="root">' "$work/body"
ok "and looked up each time" is "$(header Cache-Control)" no-cache
asset=$(grep -oE '/assets/[^"]+\.js' "$work/body" | head -n 1)
call "$https$asset"
size=$(stat -c %s "$work/body")
ok "hashed files are kept for a year" is "$(header Cache-Control)" "max-age=31536000, public, immutable"
call "$https$asset" -H 'Accept-Encoding: gzip'
ok "they are compressed by gzip" is "$(header Content-Encoding)" gzip
ok "which makes them smaller" at_most "$(($(stat -c %s "$work/body") * 2))" "$size"
if has_brotli; then
  call "$https$asset" -H 'Accept-Encoding: br, gzip'
  ok "and by Brotli, where nginx has it" is "$(header Content-Encoding)" br
fi
call "$https/api/v1/models" -H "$bearer" -H 'Accept-Encoding: br, gzip'
ok "answers of the API are not compressed" is "$STATUS $(header Content-Encoding)" "200 "
call "$https/openapi.json" -H 'Accept-Encoding: gzip'
ok "the OpenAPI document is" is "$STATUS $(header Content-Encoding)" "200 gzip"

say "The browser's session"
jar_of_cookies=$work/cookies
call "$ui/" -H 'Accept: text/html'
ok "the web interface is served on port 3000" grep -q '<div id="root">' "$work/body"
call "$ui/api/v1/session" -H 'Content-Type: application/json' -d '{"username":"admin","password":"'"$password"'"}'
ok "without TLS the cookie is not marked Secure" not grep -qi 'Secure' <<<"$(header Set-Cookie | tr ';' '\n' | grep -v SameSite)"
call "$https/api/v1/session" -c "$jar_of_cookies" -H 'Content-Type: application/json' -d '{"username":"admin","password":"'"$password"'"}'
ok "a browser signs in" is "$STATUS" 201
csrf=$(member csrf_token)
ok "over https the cookie is Secure, HttpOnly and SameSite=Strict" is "$(header Set-Cookie | grep -oE 'Secure|HttpOnly|SameSite=Strict' | sort | paste -sd ' ')" \
  "HttpOnly SameSite=Strict Secure"
call "$https/api/v1/organizations" -b "$jar_of_cookies" -H 'Content-Type: application/json' -d '{"name":"Without CSRF"}'
ok "a change without the CSRF token is refused" is "$STATUS" 403
call "$https/api/v1/organizations" -b "$jar_of_cookies" -H "X-CSRF-Token: $csrf" -H 'Content-Type: application/json' -d '{"name":"With CSRF"}'
ok "a change with it is made" is "$STATUS" 201
ok "Location leads through the proxy" not grep -q '://' <<<"$(header Location)"
call "$https$(header Location)" -b "$jar_of_cookies"
ok "and is there at once, at a query hub" is "$(member name)" "With CSRF"

say "The web interface in a browser"
# browse URL NAME: as somebody who owns models, in an organisation of their own.
browse() {
  call "$https/api/v1/organizations" -H "$bearer" -H 'Content-Type: application/json' -d '{"name":"'"$2"'"}'
  call "$https/api/v1/users" -H "$bearer" -H 'Content-Type: application/json' \
    -d '{"username":"'"$2"'","email":"b@example.org","password":"'"$password"'","role":"model_owner","organization_id":'"$(member id)"'}'
  is "$STATUS" 201 && (cd "$root/web" && HUB_URL=$1 HUB_USERNAME=$2 HUB_PASSWORD=$password UNTRUSTED=yes \
    timeout -k 5 100 node scripts/run.mjs browser/smoke.ts) >>"$work/log/browser" 2>&1
}
ok "it works in a browser over https, nothing refused by policies or limits" browse "$https" by-https
ok "and on port 3000" browse "$ui" by-http

say "The event stream"
curl -sSN --max-time 30 --cacert "$work/tls/tls.crt" -b "$jar_of_cookies" "$https/api/v1/events/stream" >"$work/stream" 2>/dev/null &
stream=$!
started+=("$stream")
streaming() {
  call "$https/api/v1/organizations" -b "$jar_of_cookies" -H "X-CSRF-Token: $csrf" -H 'Content-Type: application/json' \
    -d '{"name":"Streamed '$RANDOM$RANDOM'"}'
  sleep 0.3
  grep -q ORGANIZATION_CREATED "$work/stream"
}
ok "an event reaches a browser at once, unbuffered" within 10 streaming
kill "$stream" 2>/dev/null || true

say "The client's address"
call "$api/api/v1/auth/token" --interface 127.0.0.3 -H 'X-Forwarded-For: 10.66.66.66' -d username=forger-by-proxy -d password=wrong-wrong
logged() { grep -h "$1" "$work"/log/command-* | grep -qF "from $2"; }
ok "the security log has the address that the proxy saw, not what the client says" within 5 logged forger-by-proxy 127.0.0.3
call "http://127.0.0.1:${port[command-1]}/api/v1/auth/token" --interface 127.0.0.4 -H 'X-Forwarded-For: 10.66.66.66' \
  -H 'X-Forwarded-Proto: https' -d username=forger-directly -d password=wrong-wrong
ok "who is no trusted proxy cannot say another address" within 5 logged forger-directly 127.0.0.4
not_logged() { ! grep -qF 10.66.66.66 "$work"/log/command-*; }
ok "the forged address is nowhere" not_logged
call "http://127.0.0.1:${port[command-1]}/api/v1/session" --interface 127.0.0.4 -H 'X-Forwarded-Proto: https' \
  -H 'Content-Type: application/json' -d '{"username":"admin","password":"'"$password"'"}'
ok "nor that the connection is encrypted" is "$(header Strict-Transport-Security)" ""

say "Each operation at a hub of its role"
sleep 5 # the limits of reads fill up again
call "$https/openapi.json"
jq -r '.paths | to_entries[] | .key as $path | .value | keys[] | select(IN("get","post","put","patch","delete")) | "\(ascii_upcase) \($path)"' \
  "$work/body" | sed 's/{[^}]*}/1/g' | sort >"$work/operations"
ok "the document lists the operations" at_least "$(wc -l <"$work/operations")" 40
misrouted=
while read -r method path; do
  # A client of its own for each: the limits are not what is looked at. Without a token nothing happens: roles are asked before callers.
  host=127.0.$((RANDOM % 250 + 1)).$((RANDOM % 250 + 1))
  for form in "$path" "$path/" "$path?a=b"; do
    code=$(curl -sS -o /dev/null -w '%{http_code}' --max-time 3 --interface "$host" -X "$method" "$api$form" || true)
    case $code in
      421 | 000 | 5*) misrouted+=" $method $form: $code;" ;;
    esac
  done
done <"$work/operations"
ok "no operation of $(wc -l <"$work/operations") comes to a hub of the wrong role:$misrouted" is "$misrouted" ""
call "http://127.0.0.1:${port[query-1]}/api/v1/users"
ok "where it would be noticed" is_problem 421 wrong-role
count_hubs() { # count_hubs PATTERN: how many hubs have served calls like that
  jq -r 'select(.method == "GET" and (.path | test($pattern))) | select(.hub_status == "401" or .hub_status == "200") | .hub' --arg pattern "$1" "$work/log/access" | sort -u | grep -c :
}
ok "reads go to both query hubs" is "$(count_hubs '^/api/v1/(models|datasets)/?$')" 2

say "Limits of each client"
burst() { # burst COUNT ADDRESS URL [CURL ARGUMENTS]: the statuses, and how often each came
  local count=$1 address=$2 url=$3
  shift 3
  curl -sS -Z --parallel-max 10 --interface "$address" -o /dev/null -w '%{http_code}\n' "$@" "$url?[1-$count]" 2>/dev/null | sort | uniq -c | awk '{print $2 "=" $1}' | paste -sd ' '
}
got() { sed -n "s/.*$2=\([0-9]*\).*/\1/p" <<<"$1" | grep . || echo 0; }
writes=$(burst 60 127.0.0.11 "$api/api/v1/models" -X POST)
ok "of 60 changes at once 20 pass, and a few more by the second ($writes)" at_least "$(got "$writes" 401)" 21
ok "the rest is answered 429" at_least "$(got "$writes" 429)" 10
call "$api/api/v1/models" --interface 127.0.0.11 -X POST
while [ "$STATUS" != 429 ]; do call "$api/api/v1/models" --interface 127.0.0.11 -X POST; done
ok "as a problem" is_problem 429 too-many-requests
ok "with Retry-After" once Retry-After
call "$api/api/v1/models" --interface 127.0.0.12 -X POST
ok "another client may go on" is "$STATUS" 401
call "$api/api/v1/models" --interface 127.0.0.11
ok "and the same one may read" is "$STATUS" 401
signs=$(burst 30 127.0.0.13 "$api/api/v1/auth/token" -d username=nobody -d password=wrong-wrong)
ok "of 30 sign-ins at once 11 pass, and one more in two seconds ($signs)" at_most "$((30 - $(got "$signs" 429)))" 20
reads=$(burst 800 127.0.0.14 "$api/api/v1/models")
ok "of 800 reads at once 200 pass, and 50 more by the second ($reads)" at_least "$((800 - $(got "$reads" 429)))" 200
ok "the rest is answered 429, too" at_least "$(got "$reads" 429)" 1

say "Clients that stall"
for what in headers body; do
  ok "who sends no more of its $what is hung up on" within 30 test -s "$work/stalled-$what"
  ok "after 15 s" at_most "$(cat "$work/stalled-$what")" 25
done
