# shellcheck shell=bash
# Starts the service, waits until it is ready, and stops it.

SERVICE=""
LIMITER=""
STOPPING=""
ENDED_WITH=0
START_LIMIT=180
STOP_LIMIT=90

start_service() {
  local port=$1 jvm line
  jvm=()
  while IFS= read -r line; do jvm+=("$line"); done <<EOF
$(app_jvm)
EOF
  trap stop_service INT TERM HUP
  trap '' PIPE
  trap leave_nothing EXIT
  DAWSOS_DATA=$DATA DAWSOS_PORT=$port DAWSOS_LEDGER=$(ledger) DAWSOS_QUOTES_EVERY=$(quotes_every) \
    "$JAVA_HOME/bin/java" "${jvm[@]}" -jar "$APP/portfolio.jar" \
    >>"$LOG" 2> >(for_people) &
  SERVICE=$!
  printf 'pid=%s\naddress=http://%s:%s\n' "$SERVICE" "$HOST" "$port" >"$RUNNING"
  limit_log >/dev/null 2>&1 &
  LIMITER=$!
}

# The demo in the embedded database has a ledger of record that the service keeps.
ledger() {
  if [ -n "${DAWSOS_LEDGER:-}" ]; then
    say "$DAWSOS_LEDGER"
  elif [ "${DAWSOS_DEMO:-true}" = true ] && [ -z "${DATABASE_URL:-}" ]; then
    say demo
  fi
}

# A simulated market costs nothing to ask, and shows sooner what is done to it.
quotes_every() {
  if [ -z "${DAWSOS_QUOTES_EVERY:-}" ] && [ -n "$(simulated_providers)" ]; then
    say 30s
  else
    say "${DAWSOS_QUOTES_EVERY:-}"
  fi
}

# What the service says on its standard error is for people, but for what the JVM says when it writes the cache. It
# outlives Ctrl-C, for there is something to read after it.
for_people() {
  trap '' INT TERM
  exec grep --line-buffered -v '^Picked up JAVA_TOOL_OPTIONS: -Djava.class.path' >&2
}

alive() { kill -0 "$SERVICE" 2>/dev/null; }

# Says every few seconds that it still waits, and for what.
wait_until_ready() {
  local port=$1 began=$SECONDS said=0
  while [ -z "$STOPPING" ] && [ "$(http_status "$port" /health/ready)" != 200 ]; do
    alive || break
    [ $((SECONDS - began)) -lt "$START_LIMIT" ] || not_ready
    if [ $((SECONDS - began)) -ge $((said + 2)) ]; then
      said=$((SECONDS - began))
      say "  $said s: $(last_message)"
    fi
    sleep 0.1
  done
  if [ -n "$STOPPING" ] || ! alive; then await_end; fi
}

last_message() {
  local message
  message=$(tail -n 1 "$LOG" 2>/dev/null | sed -n 's/.*"message":"\([^"]*\)".*/\1/p')
  say "${message:-starting}"
}

not_ready() {
  warn "dawsos: not ready after $START_LIMIT s; /health says:"
  curl -s "$(sed -n 's/^address=//p' "$RUNNING")/health" >&2 || true
  stop_service
  await_end
}

service_died() {
  warn "dawsos: the service ended by itself, with code $ENDED_WITH; its last log lines (all in $LOG):"
  tail -n 15 "$LOG" >&2 || true
  rm -f "$RUNNING"
  exit 1
}

# However this ends, neither the service nor the simulator outlives it.
leave_nothing() {
  kill "$LIMITER" 2>/dev/null || true
  stop_simulator
  stop_observatory
  if alive; then kill -TERM "$SERVICE" 2>/dev/null || true; fi
}

# On Ctrl-C. A second one while a start-up cache is being written gives that up: the JVM writes it in a child.
stop_service() {
  if [ -n "$STOPPING" ]; then
    say "Still stopping"
    pkill -KILL -P "$SERVICE" -f AOTMode=create || true
    return
  fi
  STOPPING=$SECONDS
  say ""
  if [ -f "$AOT" ]; then
    say "Stopping"
  else
    say "Stopping, and writing the cache that makes the next start fast (some seconds; Ctrl-C again gives it up)"
  fi
  kill -TERM "$SERVICE" 2>/dev/null || true
}

# Never returns: waits for the service's end (a signal ends the wait, for the trap to run), and ends with it.
await_end() {
  while alive; do
    if [ -z "$STOPPING" ]; then
      wait "$SERVICE" || ENDED_WITH=$?
    elif [ $((SECONDS - STOPPING)) -le "$STOP_LIMIT" ]; then
      sleep 0.1
    else
      warn "dawsos: the service did not stop in $STOP_LIMIT s: killing it"
      kill -KILL "$SERVICE" 2>/dev/null || true
    fi
  done
  [ -n "$STOPPING" ] || service_died
  rm -f "$RUNNING"
  keep_aot
  stop_observatory
  say "Stopped; the data is kept in $DATA"
  exit 0
}
