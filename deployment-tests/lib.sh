# Processes and checks of deployment-tests/run. Sourced, not run.

# --- Checks -----------------------------------------------------------------------------------------------------------------------

checks=0

say() {
  printf '\n--- %s (%d:%02d)\n' "$1" $((SECONDS / 60)) $((SECONDS % 60))
}

die() {
  printf 'FAILED %s\n' "$1" >&2
  exit 1
}

# ok SENTENCE CONDITION...: runs the condition; a failure ends the run and shows the last answer.
ok() {
  local sentence=$1
  shift
  if "$@"; then
    checks=$((checks + 1))
    printf 'ok     %s\n' "$sentence"
  else
    printf 'FAILED %s\n       by: %s\n       last answer: %s\n' "$sentence" "$*" "${STATUS:-none}" >&2
    [ ! -s "$work/headers" ] || head -c 3000 "$work/headers" "$work/body" >&2
    exit 1
  fi
}

# within SECONDS CONDITION...: repeats the condition until it holds.
within() {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    ((SECONDS < end)) || return 1
    sleep 0.2
  done
}

is() { [ "$1" = "$2" ]; }
at_least() { [ "$1" -ge "$2" ]; }
at_most() { [ "$1" -le "$2" ]; }
not() { ! "$@"; }

# --- Calls ------------------------------------------------------------------------------------------------------------------------

STATUS=

# call URL [CURL ARGUMENTS]: STATUS, and the answer in the files headers and body.
call() {
  local url=$1
  shift
  : >"$work/headers"
  : >"$work/body"
  STATUS=$(curl -sS --max-time 60 --cacert "$work/tls/tls.crt" -D "$work/headers" -o "$work/body" -w '%{http_code}' "$@" "$url" 2>"$work/curl.err") || STATUS="none: $(cat "$work/curl.err")"
}

answers() { # answers STATUS URL [CURL ARGUMENTS]
  local expected=$1
  shift
  call "$@"
  is "$STATUS" "$expected"
}

# header NAME: its values, one a line.
header() {
  tr -d '\r' <"$work/headers" | awk -v name="$1" 'BEGIN {name = tolower(name) ":"}
    tolower(substr($0, 1, length(name))) == name {sub(/^[^:]*: */, ""); print}'
}

member() { jq -r ".$1 // empty" "$work/body"; }

once() { is "$(header "$1" | wc -l)" 1; }

# Whether the last answer is a problem that the hub could have written: of its type, title and status.
is_problem() { # is_problem STATUS SLUG
  is "$STATUS" "$1" && is "$(header Content-Type)" application/problem+json && is "$(member status)" "$1" &&
    is "$(member type)" "/problems/$2" && [ -n "$(member detail)" ] &&
    is "$(member title)" "$(curl -sS -H 'Accept: application/json' "$direct/problems/$2" | jq -r .title)"
}

# --- Processes --------------------------------------------------------------------------------------------------------------------

declare -A pid port management
started=()

# Runs a command as a user who is not root, where we are; a process of its own, whose id is in LAST.
background_as_nobody() { # background_as_nobody LOG COMMAND...
  local log=$1
  shift
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid 65534 --regid 65534 --clear-groups "$@" >>"$log" 2>&1 </dev/null &
  else
    "$@" >>"$log" 2>&1 </dev/null &
  fi
  LAST=$!
  started+=("$LAST")
}

as_nobody() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid 65534 --regid 65534 --clear-groups "$@"; else "$@"; fi
}

# ended PID: whether it has, or is our dead child.
ended() {
  ! kill -0 "$1" 2>/dev/null || [ "$(sed 's/.*) //; s/ .*//' "/proc/$1/stat" 2>/dev/null || echo Z)" = Z ]
}

free_port() {
  local candidate
  while :; do
    candidate=$((20000 + RANDOM % 12000))
    case " ${taken[*]-} " in *" $candidate "*) continue ;; esac
    (exec 3<>"/dev/tcp/127.0.0.1/$candidate") 2>/dev/null || break
  done
  taken+=("$candidate")
  LAST_PORT=$candidate
}
taken=()

start_postgres() {
  background_as_nobody "$work/log/postgres" "$pg/postgres" -D "$work/db" -h 127.0.0.1 -p "$database_port" -k "$work/db"
  pid[db]=$LAST
}

# Immediately, as by a failure of the machine.
kill_postgres() {
  kill -QUIT "${pid[db]}"
  within 20 ended "${pid[db]}" || die "PostgreSQL does not end"
}

sql() {
  PGPASSWORD=$password psql -X -q -t -A -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$database_port" -U hub -d postgres "$@"
}

hub_environment() { # hub_environment NAME ROLE: its variables, one a line
  printf '%s\n' "DATABASE_URL=postgresql://hub:$password@127.0.0.1:$database_port/postgres" "SECRET_KEY=$secret" \
    "HUB_PORT=${port[$1]}" "HUB_MANAGEMENT_PORT=${management[$1]}" "HUB_ROLE=$2" "HUB_TRUSTED_PROXIES=127.0.0.1" \
    "HUB_SHUTDOWN_DELAY=6" "HUB_DATABASE_WAIT=200" "PATH=$PATH" "JAVA_HOME=$java_home"
  [ "$2" = query ] || echo "HUB_ADMIN_PASSWORD=$password"
}

# start_hub NAME: by the image's entry point, from the image's files, which it cannot write.
start_hub() {
  local name=$1 variables
  mapfile -t variables < <(hub_environment "$name" "${name%%-*}")
  background_as_nobody "$work/log/$name" env -i --chdir=/tmp "${variables[@]}" \
    "$java_home/bin/java" -Xmx384m "@$app/java.options" -XX:AOTCache="$app/hub.aot" -jar "$app/hub.jar"
  pid[$name]=$LAST
}

ready() {
  HUB_MANAGEMENT_PORT=${management[$1]} bash "$app/healthcheck" 2>/dev/null
}

# Whether this machine's nginx has the module.
has_brotli() { [ -n "$(find /etc/nginx/modules-enabled -name '*brotli-filter*' 2>/dev/null)" ]; }

# render FOLDER NAME=VALUE...: the shipped configuration, filled in as the image's start script does it.
render() {
  local folder=$1 template names
  shift
  mkdir -p "$folder/conf.d" "$folder/tmp"
  if has_brotli; then cp -r "$root/nginx/brotli" "$folder/"; fi
  sed "s|/tmp/|$folder/tmp/|" "$root/nginx/nginx.conf" >"$folder/nginx.conf"
  for template in "$root"/nginx/templates/*.template; do
    names=$(printf "\${%s} " "${@%%=*}")
    env "$@" envsubst "$names" <"$template" >"$folder/conf.d/$(basename "$template" .template)"
  done
}

# The defaults of nginx/Dockerfile, as NAME=VALUE lines.
proxy_defaults() {
  sed -n '/^ENV /,/[^\\]$/p' "$root/nginx/Dockerfile" | sed 's/^ENV//; s/ *\\$//; s/^ *//; s/"//g'
}

# start_nginx NAME FOLDER
start_nginx() {
  nginx -t -q -c "$2/nginx.conf" 2>"$work/nginx.err" || die "nginx refuses its configuration: $(cat "$work/nginx.err")"
  nginx -c "$2/nginx.conf" -g 'daemon off;' >>"$work/log/$1" 2>&1 </dev/null &
  pid[$1]=$!
  started+=("$!")
}

stop() { # stop NAME SIGNAL
  kill "-$2" "${pid[$1]}"
  within 60 ended "${pid[$1]}" || die "$1 does not end"
}

clean_up() {
  local code=$? one
  trap - EXIT
  for one in "${started[@]}"; do
    kill "$one" 2>/dev/null || true
  done
  for one in "${started[@]}"; do
    within 40 ended "$one" || kill -KILL "$one" 2>/dev/null || true
  done
  if [ "$code" != 0 ]; then
    for one in "$work"/log/*; do
      printf '\n... the end of %s\n' "$(basename "$one")" >&2
      grep -v ' INFO ' "$one" | tail -n 15 | cut -c1-400 >&2
    done
  fi
  if [ "${KEEP:-}" ]; then echo "Kept $work" >&2; else rm -rf "$work"; fi
  exit "$code"
}
