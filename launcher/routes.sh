# shellcheck shell=bash
# routes: where alertmanager.yml sends alerts, with the observatory's own Alertmanager.

routes() {
  case ${1:-} in
    show | test | check) ;;
    *) usage_error "routes knows show, test and check, got \"${1:-}\"" ;;
  esac
  need_jdk
  build_observatory >&2
  # Ours, unless another is named; check names its files itself.
  case " $* " in
    " check "* | *" --config.file"* | *" --help "* | *" -h "*) ;;
    *) set -- "$@" --config.file "$ROOT/deploy/alertmanager/alertmanager.yml" ;;
  esac
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -jar "$OBSERVATORY_JAR" \
    routes "$@"
}
