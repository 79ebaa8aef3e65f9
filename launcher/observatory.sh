# shellcheck shell=bash
# The observatory beside the service: built when its sources are newer, with the files of deploy/ for this machine.

OBSERVATORY=""
CATCHER=""
OBSERVATORY_PORT=${DAWSOS_OBSERVATORY_PORT:-9090}
OTLP_GRPC_PORT=${DAWSOS_OTLP_GRPC_PORT:-4317}
OTLP_HTTP_PORT=${DAWSOS_OTLP_HTTP_PORT:-4318}
PAGES_PORT=${DAWSOS_PAGES_PORT:-8082}
SECRETS=${DAWSOS_SECRETS:-$ROOT/deploy/alertmanager/secrets}
OBSERVATORY_JAR=$ROOT/observatory/server/target/observatory.jar
OBSERVATORY_APP=$DATA/cache/observatory
OBSERVATORY_AOT=$DATA/cache/observatory.aot
OBSERVATORY_DATA=$DATA/observatory
OBSERVATORY_LOG=$DATA/logs/observatory.log

need_observatory_ports() {
  local port user
  for port in "$OBSERVATORY_PORT:DAWSOS_OBSERVATORY_PORT" "$OTLP_GRPC_PORT:DAWSOS_OTLP_GRPC_PORT" \
    "$OTLP_HTTP_PORT:DAWSOS_OTLP_HTTP_PORT" "$PAGES_PORT:DAWSOS_PAGES_PORT"; do
    user=$(port_user "${port%%:*}")
    [ -z "$user" ] || fail 4 "port ${port%%:*}, for the observatory, is in use by $user" \
      "stop it, choose another port with ${port##*:}, or leave the observatory out: ./dawsos up --no-observatory"
  done
}

observatory_is_stale() {
  [ -f "$OBSERVATORY_JAR" ] || return 0
  local newer
  newer=$(find "$ROOT/pom.xml" "$ROOT/telemetry/src/main" "$ROOT"/observatory/*/pom.xml "$ROOT"/observatory/*/src/main \
    -newer "$OBSERVATORY_JAR" -type f -print 2>/dev/null | head -n 1 || true)
  [ -n "$newer" ]
}

# build_observatory [--rebuild]
build_observatory() {
  if [ "${1:-}" = --rebuild ] || observatory_is_stale; then
    maven_build "the observatory" package -pl observatory/server -am
    touch "$OBSERVATORY_JAR"
  fi
}

# prepare_observatory [--rebuild]: built, and copied so that a later build does not disturb the one that runs
prepare_observatory() {
  build_observatory "$@"
  if [ "$(cat "$OBSERVATORY_APP/stamp" 2>/dev/null)" != "$(observatory_stamp)" ]; then
    rm -rf "$OBSERVATORY_APP" "$OBSERVATORY_AOT"
    mkdir -p "$OBSERVATORY_APP"
    cp -R "$OBSERVATORY_JAR" "$ROOT/observatory/server/target/lib" "$OBSERVATORY_APP/"
    observatory_stamp >"$OBSERVATORY_APP/stamp"
  fi
}

observatory_stamp() { say "$(cksum <"$OBSERVATORY_JAR") $(cksum <"$JAVA_HOME/release") $JAVA_HOME"; }

# observatory_files PORT: the files of deploy/, for the ports of this run
observatory_files() {
  local keys=$SECRETS pages=https://events.pagerduty.com/v2/enqueue
  mkdir -p "$OBSERVATORY_DATA"
  if catches_pages; then
    keys=$OBSERVATORY_DATA/caught pages=http://$HOST:$PAGES_PORT/v2/enqueue
    mkdir -p "$keys"
    say "pages-are-caught-on-this-machine" >"$keys/pagerduty_routing_key"
    say "http://$HOST:$PAGES_PORT/slack" >"$keys/slack_api_url"
  fi
  sed -e "s|127\.0\.0\.1:8080|$HOST:$1|" -e "s|127\.0\.0\.1:9090|$HOST:$OBSERVATORY_PORT|" \
    -e "s|rules/\*\.yml|$ROOT/deploy/prometheus/rules/*.yml|" \
    "$ROOT/deploy/prometheus/prometheus.yml" >"$OBSERVATORY_DATA/prometheus.yml"
  sed -e "s|/etc/alertmanager/secrets/|$keys/|" -e "s|https://events\.pagerduty\.com/v2/enqueue|$pages|" \
    "$ROOT/deploy/alertmanager/alertmanager.yml" >"$OBSERVATORY_DATA/alertmanager.yml"
}

# Without a key of PagerDuty nobody could be paged: pages are shown here then.
catches_pages() { [ ! -s "$SECRETS/pagerduty_routing_key" ]; }

# In the background only: it takes the place of the shell, so that a signal reaches the JVM.
observatory_java() { exec "$JAVA_HOME/bin/java" --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED "$@"; }

# start_observatory PORT: scrapes the service at this port
start_observatory() {
  local aot=-XX:AOTCacheOutput=$OBSERVATORY_AOT.new
  [ ! -f "$OBSERVATORY_AOT" ] || aot=-XX:AOTCache=$OBSERVATORY_AOT
  observatory_files "$1"
  [ ! -s "$OBSERVATORY_LOG" ] || mv -f "$OBSERVATORY_LOG" "$OBSERVATORY_LOG.1"
  if catches_pages; then
    observatory_java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m -jar "$OBSERVATORY_APP/observatory.jar" \
      pages --listen-address "$HOST:$PAGES_PORT" 2>>"$OBSERVATORY_LOG" &
    CATCHER=$!
  fi
  OTEL_SERVICE_NAME=dawsos-observatory observatory_java "$aot" -Xmx"${DAWSOS_OBSERVATORY_HEAP:-512m}" -jar "$OBSERVATORY_APP/observatory.jar" serve \
    --config.file "$OBSERVATORY_DATA/prometheus.yml" --alertmanager.config.file "$OBSERVATORY_DATA/alertmanager.yml" \
    --storage.path "$OBSERVATORY_DATA" --web.listen-address "$HOST:$OBSERVATORY_PORT" \
    --otlp.grpc-address "$HOST:$OTLP_GRPC_PORT" --otlp.http-address "$HOST:$OTLP_HTTP_PORT" \
    >>"$OBSERVATORY_LOG" 2> >(for_people) &
  OBSERVATORY=$!
}

# Without it there is the service still: who wants neither stops both.
wait_until_observatory_ready() {
  local began=$SECONDS
  [ -n "$OBSERVATORY" ] || return 0
  while [ -z "$STOPPING" ] && [ "$(http_status "$OBSERVATORY_PORT" /-/ready)" != 200 ]; do
    if ! kill -0 "$OBSERVATORY" 2>/dev/null || [ $((SECONDS - began)) -ge "$START_LIMIT" ]; then
      warn "dawsos: the observatory has not started; its log is $OBSERVATORY_LOG"
      return 0
    fi
    sleep 0.1
  done
}

# Returns when both have ended. A run that recorded writes its cache as it stops.
stop_observatory() {
  end_process "$CATCHER" 50
  end_process "$OBSERVATORY" 600
  CATCHER="" OBSERVATORY=""
  [ ! -f "$OBSERVATORY_AOT.new" ] || mv -f "$OBSERVATORY_AOT.new" "$OBSERVATORY_AOT"
  rm -f "$OBSERVATORY_AOT".new.*
}

# end_process PID TRIES: asks it to end until it has, ten times a second, then ends it
end_process() {
  local tries=$2
  [ -n "$1" ] || return 0
  kill -TERM "$1" 2>/dev/null || return 0
  while kill -0 "$1" 2>/dev/null; do
    [ "$tries" -gt 0 ] || kill -KILL "$1" 2>/dev/null || true
    tries=$((tries - 1))
    sleep 0.1
  done
}

# For what `up` prints.
announce_observatory() {
  [ -n "$OBSERVATORY" ] || return 0
  say "  Watched by http://$HOST:$OBSERVATORY_PORT/api/v1/query?query=up   alerts: /api/v2/alerts, log: $OBSERVATORY_LOG"
  if catches_pages; then
    say "  Pages      shown here and at http://$HOST:$PAGES_PORT/, for there is no key in $SECRETS"
  else
    say "  Pages      to PagerDuty and Slack, with the keys in $SECRETS"
  fi
}
