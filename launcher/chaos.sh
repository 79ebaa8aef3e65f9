# shellcheck shell=bash
# The market simulator: started by `up` where a provider has neither key nor address, told what to do by `chaos`.

SIMULATOR=""
SIMULATOR_PORT=${DAWSOS_SIMULATOR_PORT:-8081}
SIMULATOR_ADDRESS=http://127.0.0.1:$SIMULATOR_PORT
SIMULATOR_LOG=$DATA/logs/simulator.log

# The providers that the simulator stands in for, by commas.
simulated_providers() {
  local name key file url all=""
  for name in POLYGON FMP FRED NEWS; do
    key=DAWSOS_${name}_KEY file=DAWSOS_${name}_KEY_FILE url=DAWSOS_${name}_URL
    if [ -z "${!key:-}${!file:-}${!url:-}" ]; then
      all="$all${all:+, }$(say "$name" | tr '[:upper:]' '[:lower:]')"
    fi
  done
  say "$all"
}

need_simulator_port() {
  local user
  [ -n "$(simulated_providers)" ] || return 0
  user=$(port_user "$SIMULATOR_PORT")
  [ -z "$user" ] || fail 4 "port $SIMULATOR_PORT, for the market simulator, is in use by $user" \
    "stop it, or choose another port: DAWSOS_SIMULATOR_PORT=N ./dawsos up"
}

# The service does not wait for it: it asks its providers later.
start_simulator() {
  [ -n "$(simulated_providers)" ] || return 0
  DAWSOS_DATA=$DATA DAWSOS_SIMULATOR_PORT=$SIMULATOR_PORT "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 \
    -XX:+UseSerialGC -Xshare:auto -Xmx128m -cp "$APP/portfolio.jar" \
    io.dawsos.portfolio.simulator.MarketSimulator >"$SIMULATOR_LOG" 2>&1 &
  SIMULATOR=$!
}

# Returns when it has ended: what is stopped leaves nothing behind.
stop_simulator() {
  local tries=50
  [ -n "$SIMULATOR" ] || return 0
  while kill -TERM "$SIMULATOR" 2>/dev/null; do
    [ $tries -gt 0 ] || kill -KILL "$SIMULATOR" 2>/dev/null || true
    tries=$((tries - 1))
    sleep 0.1
  done
  SIMULATOR=""
}

# For what `up` prints.
market_comes_from() {
  local simulated
  simulated=$(simulated_providers)
  if [ -z "$simulated" ]; then
    say "the providers whose keys are set"
  elif [ "$simulated" = "polygon, fmp, fred, news" ]; then
    say "simulated, for no provider's key is set: $SIMULATOR_ADDRESS; ./dawsos chaos disturbs it"
  else
    say "simulated for $simulated, whose keys are not set: $SIMULATOR_ADDRESS"
  fi
}

chaos() {
  local what=${1:-status}
  [ $# -eq 0 ] || shift
  case $what in
    status) simulator GET / ;;
    provider) chaos_provider "$@" ;;
    market) chaos_market "$@" ;;
    *) usage_error "chaos knows status, provider and market, got \"$what\"" ;;
  esac
}

chaos_provider() {
  [ $# -ge 2 ] || usage_error "chaos provider wants a provider and a mode, such as: ./dawsos chaos provider fmp fail"
  local path="/chaos/$1?mode=$2"
  shift 2
  while [ $# -gt 0 ]; do
    case $1 in
      --for | --count | --kind) wants_value "$@" && path="$path&${1#--}=$2" && shift ;;
      --retry-after) wants_value "$@" && path="$path&retry_after=$2" && shift ;;
      *) usage_error "chaos provider does not know \"$1\"" ;;
    esac
    shift
  done
  simulator PUT "$path"
  simulator GET /
}

chaos_market() {
  [ $# -eq 2 ] || usage_error "chaos market wants a symbol and a percentage, such as: ./dawsos chaos market AAPL -10"
  simulator PUT "/market/$1?percent=$2"
  simulator GET /
}

# simulator METHOD PATH: prints the answer of a GET; says why it was refused
simulator() {
  local answer code
  case $2 in *[!A-Za-z0-9/?\&=._+-]*) usage_error "chaos does not take \"$2\"" ;; esac
  answer=$(curl -s -X "$1" -w '\n%{http_code}' "$SIMULATOR_ADDRESS$2") ||
    fail 1 "no market simulator answers at $SIMULATOR_ADDRESS" "./dawsos up starts it where providers' keys are not set"
  code=${answer##*$'\n'}
  [ "$code" = 200 ] || fail 1 "${answer%$'\n'*}"
  [ "$1" != GET ] || say "${answer%$'\n'*}"
}
