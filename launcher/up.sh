# shellcheck shell=bash
# up: the service on one command.

DEMO_PORTFOLIO=00000000-0000-4000-8000-000000000001

up() {
  local port=${DAWSOS_PORT:-8080} fresh="" rebuild="" otlp="" observatory=1
  while [ $# -gt 0 ]; do
    case $1 in
      --fresh) fresh=1 ;;
      --rebuild) rebuild=--rebuild ;;
      --no-observatory) observatory="" ;;
      --port) wants_value "$@" && port=$2 && shift ;;
      --export) wants_value "$@" && need_otlp_target "$2" && otlp=${2#otlp=} && shift ;;
      *) usage_error "up does not know \"$1\"" ;;
    esac
    shift
  done
  is_number "$port" || usage_error "--port wants a number, got \"$port\""
  need_jdk
  need_idle_data
  need_free_port "$port"
  need_simulator_port
  [ -z "$observatory" ] || need_observatory_ports
  [ -z "$fresh" ] || start_over
  prepare_app "$rebuild"
  [ -z "$observatory" ] || prepare_observatory "$rebuild"
  make_data
  choose_traces "$otlp"
  say "Starting the portfolio service on port $port$([ -f "$AOT" ] || say ' (first start of this build: later ones are faster)')"
  local began=$SECONDS
  start_service "$port"
  start_simulator
  wait_until_ready "$port"
  # After it: a service that has not come up yet is nothing to page anybody for.
  [ -z "$observatory" ] || start_observatory "$port"
  wait_until_observatory_ready
  announce "$port" $((SECONDS - began)) "$otlp"
  await_end
}

need_otlp_target() {
  case $1 in
    otlp=?*:*) if is_number "${1##*:}"; then return; fi ;;
  esac
  usage_error "--export wants otlp=HOST:PORT, got \"$1\"; try otlp=127.0.0.1:4317"
}

# Traces go to the terminal until there is a place for them.
choose_traces() {
  if [ -n "$1" ]; then
    export OTEL_EXPORTER_OTLP_ENDPOINT=http://$1 OTEL_EXPORTER_OTLP_PROTOCOL=grpc
  elif [ -z "${OTEL_EXPORTER_OTLP_ENDPOINT:-}" ]; then
    export DAWSOS_TRACE_CONSOLE=${DAWSOS_TRACE_CONSOLE:-true}
  fi
}

announce() {
  local address=http://$HOST:$1
  cat <<EOF

DawsOS is up: ready in $2 s

  Service    $address/v1/portfolios   OpenAPI: $address/v1/openapi.json
  Metrics    $address/metrics         Health: $address/health
  Traces     $(traces_go_to "$3")
  Logs       $LOG
  Market     $(market_comes_from)
  Data       $DATA (kept between runs; ./dawsos up --fresh starts over)
$(announce_observatory)

Value the demo portfolio:

  curl -H "Authorization: Bearer $(issue_token --user demo --role USER)" $address/v1/portfolios/$DEMO_PORTFOLIO/valuation

Ctrl-C stops everything.

EOF
}

traces_go_to() {
  if [ -n "$1" ]; then
    say "to $1 over OTLP"
  elif [ -n "${OTEL_EXPORTER_OTLP_ENDPOINT:-}" ]; then
    say "to $OTEL_EXPORTER_OTLP_ENDPOINT over OTLP"
  else
    say "here, one a second at most; ./dawsos up --export otlp=HOST:PORT sends them on"
  fi
}
