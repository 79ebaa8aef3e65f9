# shellcheck shell=bash
# rules: checks, tests and lays out rule files, with the observatory's own engine.

rules() {
  case ${1:-} in
    check | test | format) ;;
    *) usage_error "rules knows check, test and format, got \"${1:-}\"" ;;
  esac
  need_jdk
  build_observatory >&2
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -jar "$OBSERVATORY_JAR" \
    rules "$@"
}
