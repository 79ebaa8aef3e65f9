# shellcheck shell=bash
# The real programs that tests run beside ours, as Debian packages them: "command package".

PEERS="prometheus prometheus
promtool prometheus
prometheus-alertmanager prometheus-alertmanager
amtool prometheus-alertmanager
redis-server redis-server
chromium chromium
wrk wrk"

missing_packages() {
  local command package
  while read -r command package; do
    command -v "$command" >/dev/null || say "$package"
  done <<EOF | sort -u | tr '\n' ' '
$PEERS
EOF
}

# Installs what is missing where it may, else says what that is.
need_peers() {
  local missing sudo=""
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -ne 0 ]; then sudo="sudo -n"; fi
  if ! command -v apt-get >/dev/null || { [ -n "$sudo" ] && ! $sudo true 2>/dev/null; }; then
    fail 3 "the tests need programs that are not installed: $missing" "they are Debian's packages of these names"
  fi
  say "Installing what the tests run against: $missing"
  install_packages "$sudo" "$missing" || fail 3 "apt-get could not install: $missing" "see $DATA/logs/apt.log"
}

install_packages() {
  mkdir -p "$DATA/logs"
  # shellcheck disable=SC2086 # both are lists of words
  { $1 apt-get update -q && $1 env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $2; } \
    >"$DATA/logs/apt.log" 2>&1
}
