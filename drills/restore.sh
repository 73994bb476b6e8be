#!/usr/bin/env bash
# Backs a hub up under load in every way that docs/operations.md describes, restores each backup somewhere else, and proves that it is all
# there. See README.md beside this file. Linux only; needs the built jar, a Java 25, curl, jq, and PostgreSQL's server and tools (15 to 18).
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
password='a password of the drill'
SECONDS=0

say() {
  printf '\n--- %s (%d min %02d s)\n' "$1" $((SECONDS / 60)) $((SECONDS % 60))
}

die() {
  printf '\nThe drill FAILED: %s\n' "$1" >&2
  exit 1
}

# --- What is needed ---------------------------------------------------------------------------------------------------------------

jar=$(find "$root/hub/target" -maxdepth 1 -name 'hub-*-exec.jar' 2>/dev/null | head -n 1)
[ -n "$jar" ] || die "there is no jar; build it: ./mvnw package -DskipTests"

java=
for candidate in "${JAVA_HOME:-/nowhere}/bin/java" /usr/lib/jvm/*/bin/java "$HOME"/.sdkman/candidates/java/*/bin/java "$(command -v java || true)"; do
  if [ -x "$candidate" ] && [ "$("$candidate" -version 2>&1 | sed -n 's/^[a-z]* version "\([0-9]*\).*/\1/p')" -ge 25 ] 2>/dev/null; then
    java=$candidate
    break
  fi
done
[ -n "$java" ] || die "there is no Java 25"

bin=
for version in 15 16 17 18; do
  if [ -x "/usr/lib/postgresql/$version/bin/postgres" ]; then
    bin=/usr/lib/postgresql/$version/bin
    break
  fi
done
[ -n "$bin" ] || die "there is no PostgreSQL 15 to 18 under /usr/lib/postgresql"

# PostgreSQL refuses to run as root; a user namespace without a mapping makes root nobody in particular.
as_nobody=()
[ "$(id -u)" != 0 ] || as_nobody=(unshare -U)

for variable in $(compgen -e); do
  case $variable in
    HUB_* | DATABASE_URL | SECRET_KEY | PG*) unset "$variable" ;;
  esac
done
export LC_ALL=C

# --- Processes and files of this run ----------------------------------------------------------------------------------------------

work=$(mktemp -d)
hub=
clusters=()
writers=()

clean_up() {
  local code=$? cluster
  trap - EXIT
  rm -f "$work/load"
  [ -z "$hub" ] || kill "$hub" 2>/dev/null || true
  [ -z "$hub" ] || wait "$hub" 2>/dev/null || true
  [ "${#writers[@]}" = 0 ] || wait "${writers[@]}" 2>/dev/null || true
  for cluster in "${clusters[@]}"; do
    "${as_nobody[@]}" "$bin/pg_ctl" -D "$work/$cluster" -m immediate stop >/dev/null 2>&1 || true
  done
  if [ -f "$work/embedded-dump/postgres/postmaster.pid" ]; then
    "${as_nobody[@]}" "$work"/embedded-dump/postgres-binaries-*/bin/pg_ctl -D "$work/embedded-dump/postgres" -m immediate stop >/dev/null 2>&1 || true
  fi
  if [ "$code" != 0 ]; then
    tail -n 40 "$work"/*.log 2>/dev/null | cut -c1-400 >&2 || true
  fi
  rm -rf "$work"
  exit "$code"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

# cluster NAME: an empty PostgreSQL, with a password for everybody and an archive of its WAL.
cluster() {
  mkdir -m 700 "$work/archive-$1"
  (umask 077 && printf '%s\n' "$password" >"$work/pw")
  "${as_nobody[@]}" "$bin/initdb" -D "$work/$1" -U postgres --pwfile="$work/pw" --auth=scram-sha-256 --encoding=UTF8 \
    --data-checksums >"$work/initdb.log"
  cat >>"$work/$1/postgresql.conf" <<EOF
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
shared_buffers = 64MB
archive_mode = on
archive_command = 'test ! -f $work/archive-$1/%f && cp %p $work/archive-$1/%f'
EOF
}

# serve NAME: starts it; its port is in port_of.
declare -A port_of
serve() {
  port_of[$1]=$(free_port)
  clusters+=("$1")
  "${as_nobody[@]}" "$bin/pg_ctl" -D "$work/$1" -o "-p ${port_of[$1]}" -w -l "$work/$1.log" start >/dev/null
}

stop_cluster() {
  "${as_nobody[@]}" "$bin/pg_ctl" -D "$work/$1" -m fast -w stop >/dev/null
}

# admin NAME: psql as its superuser.
admin() {
  local name=$1
  shift
  PGPASSWORD=$password "$bin/psql" -h 127.0.0.1 -p "${port_of[$name]}" -U postgres -XAtq -v ON_ERROR_STOP=1 "$@"
}

# The login of the hub, and its database: all that an administrator makes for it.
make_login() {
  admin "$1" -d postgres -c "CREATE ROLE hub LOGIN CREATEROLE PASSWORD 'hub-password'" -c 'CREATE DATABASE hub OWNER hub'
}

# What docs/operations.md says must be there before a dump is restored: roles belong to the cluster, so that no dump has them.
make_roles() {
  admin "$1" -d hub <<'EOF'
CREATE ROLE hub_owner NOLOGIN NOINHERIT;
CREATE ROLE hub_command NOLOGIN NOINHERIT;
CREATE ROLE hub_query NOLOGIN NOINHERIT;
CREATE ROLE hub_projector NOLOGIN NOINHERIT;
GRANT hub_owner, hub_command, hub_query, hub_projector TO hub;
GRANT CREATE ON DATABASE hub TO hub_owner;
EOF
}

# --- The hub ----------------------------------------------------------------------------------------------------------------------

# on NAME: the variables of a hub on a cluster, or, with a folder, of one with its own database.
on() {
  if [ -n "${port_of[$1]:-}" ]; then
    settings=(DATABASE_URL="postgresql://hub:hub-password@127.0.0.1:${port_of[$1]}/hub" SECRET_KEY=0123456789-abcdefghij-0123456789-drill)
  else
    settings=(HUB_DATA_DIR="$work/$1")
  fi
  settings+=(HUB_ADMIN_PASSWORD="$password")
}

# command NAME ARGUMENTS: one of the hub's commands on it.
command_on() {
  on "$1"
  shift
  env "${settings[@]}" "$java" -Xmx384m -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -jar "$jar" "$@"
}

start_hub() {
  local i
  on "$1"
  hub_port=$(free_port)
  env "${settings[@]}" HUB_PORT="$hub_port" "$java" -Xmx384m -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -jar "$jar" \
    >"$work/hub-$1.log" 2>&1 </dev/null &
  hub=$!
  api=http://127.0.0.1:$hub_port/api/v1
  for ((i = 0; i < 120; i++)); do
    kill -0 "$hub" 2>/dev/null || die "the hub on $1 did not start"
    case $(curl -s "http://127.0.0.1:$hub_port/health" || true) in
      *'"status":"ok"'*) break ;;
    esac
    sleep 1
  done
  ((i < 120)) || die "the hub on $1 was not healthy within two minutes"
  token=$(curl -sS --data-urlencode username=admin --data-urlencode "password=$password" "$api/auth/token" | jq -er .access_token) ||
    die "the administrator's password does not open the hub on $1"
}

stop_hub() {
  kill "$hub"
  wait "$hub" 2>/dev/null || true
  hub=
}

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
  local missing events highest next id position
  start_hub "$1"
  next=$(register "after the restore")
  IFS=, read -r _ id position <<<"$next"
  read -r missing events highest < <(query "$1" <<EOF | tr '\n' ' '
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
  command_on "$1" verify >"$work/verify.out" || { cat "$work/verify.out"; die "$3: it does not verify"; }
  grep -E '^ok +(positions|read models):' "$work/verify.out"
  ! grep -q 'not compared' "$work/verify.out" || die "$3: the read models were not compared"
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
