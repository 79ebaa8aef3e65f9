# shellcheck shell=bash
# load: a constant rate of valuations from a real client, with Gatling.

load() {
  local rps=100 duration=60s address=http://127.0.0.1:${DAWSOS_PORT:-8080}
  while [ $# -gt 0 ]; do
    case $1 in
      --rps) wants_value "$@" && rps=$2 && shift ;;
      --duration) wants_value "$@" && duration=$2 && shift ;;
      --url) wants_value "$@" && address=$2 && shift ;;
      *) usage_error "load does not know \"$1\"" ;;
    esac
    shift
  done
  is_number "$rps" || usage_error "--rps wants a whole number, got \"$rps\""
  need_jdk
  need_running "$address"
  prepare_tool loadtest
  run_tool loadtest io.dawsos.loadtest.LoadTest --url "$address" --rps "$rps" --duration "$duration" \
    --results "$DATA/load"
}

need_running() {
  curl -sf -o /dev/null "$1/health/live" || fail 1 "no service answers at $1" "start it first, in another terminal: ./dawsos up"
}
