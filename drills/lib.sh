# What drills share: a PostgreSQL of Debian, hubs on it, and an end that leaves nothing behind. Sourced, not run.
# shellcheck shell=bash
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

jar=${HUB_JAR:-$(find "$root/hub/target" -maxdepth 1 -name 'hub-*-exec.jar' 2>/dev/null | head -n 1)}
[ -n "$jar" ] || die "there is no jar; build it: ./mvnw package -DskipTests"

java=$("$root/.ci/java-home")/bin/java || die "there is no JDK 25"

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
    tail -n 12 "$work"/hub-*.log 2>/dev/null | cut -c1-300 >&2 || true
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
