# shellcheck shell=bash
# help: what each command does.

help() {
  case ${1:-} in
    "") help_all ;;
    up | test | token | load | bench | chaos | rules | routes | doctor | help) "help_$1" ;;
    *) usage_error "no help for \"$1\"; there is help for up, test, token, load, bench, chaos, rules, routes and doctor" ;;
  esac
}

help_all() {
  cat <<'EOF'
./dawsos up        start the portfolio service, building it if needed; Ctrl-C stops it
./dawsos token     print a bearer token
./dawsos load      send it a constant rate of real requests
./dawsos bench     measure what telemetry costs, and engine and store beside Prometheus
./dawsos chaos     make a simulated provider fail, or move a price
./dawsos rules     check, test and lay out rule files
./dawsos routes    show where alertmanager.yml sends alerts, and test it
./dawsos test      run every check
./dawsos doctor    what is missing on this machine, and how to get it
./dawsos help COMMAND

Exit codes: 0 done, 1 failed, 2 wrong command line, 3 something is missing on this machine, 4 port or data in use.
DAWSOS_DATA is the data folder (default: .dawsos beside this program).
EOF
}

help_up() {
  cat <<'EOF'
./dawsos up [--port N] [--export otlp=HOST:PORT] [--no-observatory] [--fresh] [--rebuild]

Starts the portfolio service on a real PostgreSQL of its own, with demo data at the first start, and prints where
everything is. Builds first when sources are newer than the program.

  --port N                 listen on 127.0.0.1:N instead of 8080
  --export otlp=HOST:PORT  send traces and logs to an OTLP/gRPC receiver instead of showing traces here
  --no-observatory         only the service
  --fresh                  delete the database, the signing key, what was measured and the logs first
  --rebuild                build even if nothing is newer

Beside it starts the observatory (port 9090), which scrapes the service, evaluates the rules of deploy/ and pages. With
deploy/alertmanager/secrets/pagerduty_routing_key (or DAWSOS_SECRETS, another folder) it pages by PagerDuty; without,
pages are shown here: try ./dawsos chaos provider fmp fail. Ports: DAWSOS_OBSERVATORY_PORT, DAWSOS_OTLP_GRPC_PORT,
DAWSOS_OTLP_HTTP_PORT, DAWSOS_PAGES_PORT.

The first start of a build records the JDK's AOT cache and writes it as it stops; later starts use it.
All environment variables of the service work: DATABASE_URL, REDIS_URL, OTEL_*, DAWSOS_*.
EOF
}

help_test() {
  cat <<'EOF'
./dawsos test [--long] [--module M]

Runs mvn verify on JDK 25: formatting, static checks, unit tests, and tests against the real programs (prometheus,
alertmanager, redis, chromium, wrk), which it installs with apt-get where it may.

  --long       the tests that take minutes, too
  --module M   only this module and those that it is made of
EOF
}

help_token() {
  cat <<'EOF'
./dawsos token --user U --role R [--ttl 12h]

Prints a bearer token for the service of this data folder. Roles: ADMIN and MANAGER see every portfolio, USER its own,
VIEWER its own without changing them. The demo portfolio's owner is the user demo.
EOF
}

help_load() {
  cat <<'EOF'
./dawsos load [--rps 100] [--duration 60s] [--url http://127.0.0.1:8080]

Values the 200 demo portfolios at a constant rate with Gatling, against a service that ./dawsos up has started, and
prints percentiles and where the full report is. The long run: --duration 10m.
EOF
}

help_bench() {
  cat <<'EOF'
./dawsos bench overhead   the service with telemetry off, on, and with the OpenTelemetry Java agent instead, in turn
./dawsos bench jmh        the hot parts of the telemetry library, with allocation per call
./dawsos bench promql     PromQL engine and store beside a real Prometheus: --series 100000 --minutes 120

Each writes a dated file to benchmarks/results. overhead takes about fifteen minutes of an otherwise idle machine.
EOF
}

help_chaos() {
  cat <<'EOF'
./dawsos chaos status                     how each simulated provider behaves, and what is moved
./dawsos chaos provider P MODE [OPTIONS]  P: polygon, fmp, fred, news; MODE: ok, fail, stall, garbage, limit
./dawsos chaos market SYMBOL PERCENT      moves all prices of a security from today on; 0 takes it back

  --for 2m          for that long; else until told otherwise
  --count N         for that many requests
  --kind K          of garbage: html, truncated, types, negative, huge, empty
  --retry-after N   seconds that limit names (30 unless said)

For the market simulator, which ./dawsos up starts for providers whose keys are not set. Three failures in a row open a
provider's circuit breaker: ./dawsos chaos provider fmp fail --for 2m
EOF
}

help_rules() {
  cat <<'EOF'
./dawsos rules check FILES    whether Prometheus would load rule files, and what is likely to be wrong in them
./dawsos rules test FILES     runs the files of promtool test rules, and shows expected beside got
./dawsos rules format FILES   lays expressions out in place; all else in the files stays as it is

  check --lint all|duplicate-rules|none  --lint-fatal  --strict  --ignore-unknown-fields
  test --run REGEX  --junit FILE  --strict  --diff  --ignore-unknown-fields
  format --check

Exit codes are promtool's: 0, 1 when something fails; check ends with 3 for what --lint-fatal and --strict make fail.
docs/guides/test-alerts.md shows such a file.
EOF
}

help_routes() {
  cat <<'EOF'
./dawsos routes show               draws the tree of routes of an alertmanager.yml
./dawsos routes test NAME=VALUE... prints the receivers of an alert with these labels
./dawsos routes check FILES        whether files are good, and whether the observatory can run them

  show, test --config.file FILE      (default: deploy/alertmanager/alertmanager.yml)
  test --tree                        draws the routes that the alert goes through
  test --time 2026-11-24T03:00:00+01:00   leaves out who is not told at that time, by time intervals, and says why
  test --verify.receivers A,B        ends with 1 when the receivers are others

Exit codes are amtool's: 0, 1 when something is not as it should be.
EOF
}

help_doctor() {
  cat <<'EOF'
./dawsos doctor

Says what this machine has and lacks for DawsOS and how to get it. Exit code 3 when something that up needs is missing.
EOF
}

help_help() { help_all; }
