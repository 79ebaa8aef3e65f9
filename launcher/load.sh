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
  local code=0
  DAWSOS_TOKEN=$(issue_token --user load --role MANAGER --ttl 3h) "$JAVA_HOME/bin/java" "-Dload.url=$address" \
    "-Dload.rps=$rps" "-Dload.duration=$duration" "-Dload.results=$DATA/load" \
    -jar "$ROOT/loadtest/target/loadtest.jar" || code=$?
  [ $code -eq 0 ] || fail 1 "the service missed an objective, or the load could not be made; see above"
}

need_running() {
  curl -sf -o /dev/null "$1/health/live" || fail 1 "no service answers at $1" "start it first, in another terminal: ./dawsos up"
}
