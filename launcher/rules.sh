# shellcheck shell=bash
# rules: checks, tests and lays out rule files, with the observatory's own engine.

rules() {
  case ${1:-} in
    check | test | format) ;;
    *) usage_error "rules knows check, test and format, got \"${1:-}\"" ;;
  esac
  need_jdk
  prepare_observatory
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto \
    -cp "$(observatory_classpath)" io.dawsos.observatory.server.Main rules "$@"
}
