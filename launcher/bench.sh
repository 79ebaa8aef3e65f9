# shellcheck shell=bash
# bench: what telemetry costs, and engine and store beside Prometheus. Results go to benchmarks/results, dated.

bench() {
  local what=${1:-}
  [ $# -eq 0 ] || shift
  need_jdk
  case $what in
    overhead)
      command -v wrk >/dev/null || fail 3 "bench overhead makes its load with wrk, which is not installed" "get it: apt install wrk"
      prepare_app
      prepare_tool benchmarks
      run_benchmark io.dawsos.benchmarks.overhead.OverheadRun --app "$APP/portfolio.jar" \
        --agent "$ROOT/benchmarks/target/agent/opentelemetry-javaagent.jar" --work "$DATA/bench" \
        --results "$ROOT/benchmarks/results" "$@"
      ;;
    jmh)
      prepare_tool benchmarks
      run_benchmark io.dawsos.benchmarks.JmhRun --results "$ROOT/benchmarks/results" "$@"
      ;;
    promql)
      command -v prometheus >/dev/null || fail 3 "bench promql compares with prometheus, which is not installed" "get it: apt install prometheus"
      prepare_tool benchmarks
      run_benchmark -Xmx8g io.dawsos.benchmarks.series.SideBySideRun --work "$DATA/bench" --results "$ROOT/benchmarks/results" "$@"
      ;;
    *) usage_error "bench knows overhead, jmh and promql, got \"$what\"" ;;
  esac
}

# prepare_tool MODULE: its jar and what it runs on, built when sources are newer
prepare_tool() {
  local jar=$ROOT/$1/target/$1.jar newer
  newer=$(find "$ROOT/$1/pom.xml" "$ROOT/$1/src/main" "$ROOT/telemetry/src/main" -newer "$jar" -type f -print 2>/dev/null | head -n 1 || true)
  if [ ! -f "$jar" ] || [ -n "$newer" ]; then
    maven_build "$1" package -pl "$1" -am
  fi
}

# run_benchmark [JVM-OPTION] MAIN-CLASS ARGUMENTS...
run_benchmark() {
  local target=$ROOT/benchmarks/target
  "$JAVA_HOME/bin/java" -cp "$target/benchmarks.jar:$target/lib/*" "$@"
}
