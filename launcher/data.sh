# shellcheck shell=bash
# The data folder: the database, the signing key, logs, and caches that can be made again.

LOG=$DATA/logs/portfolio.log
RUNNING=$DATA/running
LOG_LIMIT=$((50 * 1024 * 1024))

# The pid of the service that uses this data folder, or nothing.
running_pid() {
  local pid
  [ -f "$RUNNING" ] || return 0
  pid=$(sed -n 's/^pid=//p' "$RUNNING")
  case $(ps -o args= -p "$pid" 2>/dev/null) in *portfolio.jar*) say "$pid" ;; esac
}

need_idle_data() {
  local pid
  pid=$(running_pid)
  [ -z "$pid" ] || fail 4 \
    "the service already runs on $DATA: pid $pid, at $(sed -n 's/^address=//p' "$RUNNING")" \
    "stop it with Ctrl-C where it was started, or: kill $pid"
}

start_over() {
  [ ! -d "$DATA/postgres" ] && [ ! -f "$DATA/signing.key" ] && return
  say "Starting over: deleting the database $DATA/postgres, the key $DATA/signing.key, what was measured and the logs"
  rm -rf "$DATA/postgres" "$DATA/observatory" "$DATA/signing.key" "$DATA/market-day" "$DATA/logs"
}

make_data() {
  mkdir -p "$DATA/logs" "$DATA/cache" || fail 1 "cannot write to the data folder $DATA"
  [ ! -s "$LOG" ] || mv -f "$LOG" "$LOG.1"
}

# Copied and emptied, as logrotate's copytruncate does: the service keeps its file open, for appending.
limit_log() {
  while sleep 5; do
    if [ "$(wc -c <"$LOG")" -gt "$LOG_LIMIT" ]; then
      cp -f "$LOG" "$LOG.1" && : >"$LOG"
    fi
  done
}
