# shellcheck shell=bash
# doctor: what is missing on this machine, and how to get it. Fails when something that `up` needs is missing.

doctor() {
  [ $# -eq 0 ] || usage_error "doctor takes no arguments, got \"$1\""
  local needed=0 jdk port=${DAWSOS_PORT:-8080} user
  say "System   $(uname -sm), bash $BASH_VERSION"
  jdk=$(find_jdk)
  check "$jdk" "JDK 25" "$jdk" "found: $(found_jdks); get one: $(how_to_get_jdk)"
  check "$(command -v mvn || true)" "Maven" "$(maven_version)" "get it: $(how_to_get_maven)"
  check "$(command -v curl || true)" "curl" "$(command -v curl || true)" "get it: apt install curl"
  user=$(port_user "$port")
  check "$([ -n "$user" ] || say free)" "Port $port" "free" "in use by $user; ./dawsos up --port N takes another"
  check_disk
  check_data
  check_peers
  [ $needed -eq 0 ] || fail 3 "$needed of the things that ./dawsos up needs are missing"
  say "./dawsos up has all that it needs"
}

# check FOUND NAME WHAT HOW: counts what is missing in the caller's `needed`
check() {
  if [ -n "$1" ]; then
    printf 'ok       %s: %s\n' "$2" "$3"
  else
    printf 'MISSING  %s: %s\n' "$2" "$4"
    needed=$((needed + 1))
  fi
}

maven_version() {
  if command -v mvn >/dev/null; then mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p'; fi
}

check_disk() {
  local free
  free=$(df -Pk "$ROOT" | awk 'NR == 2 { print int($4 / 1024) }')
  check "$([ "$free" -lt 2048 ] || say enough)" "Disk" "$free MB free" "$free MB free of the 2048 MB that build, database and logs want"
}

check_data() {
  local pid at=$DATA
  while [ ! -e "$at" ]; do at=$(dirname "$at"); done
  check "$([ ! -w "$at" ] || say yes)" "Data folder" "$DATA" "$at cannot be written to; set DAWSOS_DATA to a folder that can"
  pid=$(running_pid)
  [ -z "$pid" ] || say "note     the service runs on this data folder, pid $pid"
}

check_peers() {
  local missing
  missing=$(missing_packages)
  if [ -z "$missing" ]; then
    say "ok       Programs that ./dawsos test runs against: all installed"
  else
    say "note     ./dawsos test also needs (and installs, as root or with sudo): $missing"
  fi
}
