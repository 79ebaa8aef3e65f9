# shellcheck shell=bash
# Who listens on a port: lsof where there is one, else what Linux shows in /proc.

HOST=${DAWSOS_ADDRESS:-127.0.0.1}
[ "$HOST" != 0.0.0.0 ] || HOST=127.0.0.1

# Prints "pid N: command line", or that it cannot be seen; nothing when the port is free.
port_user() {
  local pid
  port_in_use "$1" || return 0
  pid=$(port_pid "$1")
  if [ -n "$pid" ]; then
    say "pid $pid: $(ps -o args= -p "$pid" | cut -c 1-120)"
  else
    say "a process of another user"
  fi
}

# By asking for a connection, which needs no rights.
port_in_use() { (exec 3<>"/dev/tcp/$HOST/$1") 2>/dev/null; }

port_pid() {
  if command -v lsof >/dev/null; then
    lsof -nP -t -iTCP:"$1" -sTCP:LISTEN 2>/dev/null | head -n 1 || true
  elif [ -r /proc/net/tcp ]; then
    port_pid_from_proc "$1"
  fi
}

port_pid_from_proc() {
  local inode found hex
  hex=$(printf '%04X' "$1")
  # Field 4 is the state, 0A is LISTEN; field 10 is the socket's inode.
  while read -r inode; do
    found=$(find /proc/[0-9]*/fd -lname "socket:\[$inode\]" 2>/dev/null | head -n 1 || true)
    if [ -n "$found" ]; then
      found=${found#/proc/}
      say "${found%%/*}"
      return
    fi
  done <<EOF
$(cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | awk -v end=":$hex" '$4 == "0A" && substr($2, length($2) - 4) == end { print $10 }')
EOF
}

need_free_port() {
  local user
  user=$(port_user "$1")
  [ -z "$user" ] || fail 4 "port $1 is in use by $user" "stop it, or choose another port: ./dawsos up --port N"
}

# http_status PORT PATH: the status of the answer, or nothing
http_status() {
  (
    exec 3<>"/dev/tcp/$HOST/$1" || exit 0
    printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$2" >&3
    IFS=' ' read -r -t 5 _ status _ <&3 && printf '%s' "$status"
  ) 2>/dev/null || true
}
