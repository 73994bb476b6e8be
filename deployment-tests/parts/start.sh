# The order of starting does not matter: the proxy first, then the hubs, the database last.

say "Starting the proxy, without any hub"
mapfile -t defaults < <(proxy_defaults)
static=(
  "HUB_COMMAND_SERVERS=server 127.0.0.1:${port[command-1]} max_fails=1 fail_timeout=3s; server 127.0.0.1:${port[command-2]} max_fails=1 fail_timeout=3s;"
  "HUB_QUERY_SERVERS=server 127.0.0.1:${port[query-1]} max_fails=1 fail_timeout=3s; server 127.0.0.1:${port[query-2]} max_fails=1 fail_timeout=3s;"
  "NGINX_HTTPS_PORT=127.0.0.1:${port[https]}" "NGINX_HTTPS_PUBLIC_PORT=:${port[https]}"
  "NGINX_REDIRECT_PORT=127.0.0.1:${port[redirect]}" "NGINX_API_PORT=127.0.0.1:${port[api]}" "NGINX_UI_PORT=127.0.0.1:${port[ui]}"
  "NGINX_ACCESS_LOG=$work/log/access" "TLS_CERTIFICATE=$work/tls/tls.crt" "TLS_KEY=$work/tls/tls.key"
)
render "$work/nginx" "${defaults[@]}" "${static[@]}"
start_nginx nginx "$work/nginx"
ok "the proxy answers" within 10 answers 503 "$api/api/v1/models"
is_503() { is "$STATUS" 503 && is "$(header Content-Type)" application/problem+json && is "$(member type)" /problems/unavailable; }
ok "a read is answered 503, as a problem" is_503
ok "with Retry-After" once Retry-After
call "$api/api/v1/models" -X POST -H 'Content-Type: application/json' -d '{}'
ok "a change, too" is_503

say "Starting four hubs, without a database"
for hub in command-1 command-2 query-1 query-2; do
  start_hub "$hub"
done
for hub in command-1 command-2 query-1 query-2; do
  ok "$hub waits for the database" within 60 grep -q 'The database does not answer yet; waiting for it' "$work/log/$hub"
done

say "Starting the database"
start_postgres
for hub in command-1 command-2 query-1 query-2; do
  ok "$hub is ready" within 200 ready "$hub"
done
sleep 5 # fail_timeout, from the calls before
answers_soon() { within 10 answers "$@"; }
ok "the proxy finds the hubs" answers_soon 200 "$api/health"
ok "and they are healthy" is "$(member status)" ok
sign_in() { # sign_in NAME PASSWORD: TOKEN
  call "$api/api/v1/auth/token" --data-urlencode "username=$1" --data-urlencode "password=$2"
  TOKEN=$(member access_token)
  bearer="Authorization: Bearer $TOKEN"
}
sign_in admin "$password"
ok "the administrator can sign in through the proxy" is "$STATUS" 200
