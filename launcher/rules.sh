# shellcheck shell=bash
# rules: checks, tests and lays out rule files, with the observatory's own engine.

rules() {
  case ${1:-} in
    check | test | format) ;;
    *) usage_error "rules knows check, test and format, got \"${1:-}\"" ;;
  esac
  need_jdk
  prepare_observatory
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -jar "$ROOT/observatory/server/target/observatory.jar" \
    rules "$@"
}

# The observatory's jar and what it runs on, built when sources are newer.
prepare_observatory() {
  local jar=$ROOT/observatory/server/target/observatory.jar newer
  newer=$(find "$ROOT"/observatory/*/pom.xml "$ROOT"/observatory/*/src/main "$ROOT/telemetry/src/main" -newer "$jar" -type f -print 2>/dev/null | head -n 1 || true)
  if [ ! -f "$jar" ] || [ -n "$newer" ]; then
    maven_build "the observatory" package -pl observatory/server -am >&2
  fi
}
