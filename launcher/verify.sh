# shellcheck shell=bash
# test: every check there is, with the real programs beside ours.

verify() {
  local args began=$SECONDS
  args=()
  while [ $# -gt 0 ]; do
    case $1 in
      --long) args+=(-DexcludedGroups= -Ddawsos.long=true) ;; # CONTRIBUTING.md, "Long forms"
      --module) wants_value "$@" && args+=(-pl "$2" -am) && shift ;;
      *) usage_error "test does not know \"$1\"" ;;
    esac
    shift
  done
  need_jdk
  need_maven
  need_peers
  mkdir -p "$DATA/logs"
  local log=$DATA/logs/test.log code=0
  say "JDK in $JAVA_HOME; all that Maven says is in $log"
  (cd "$ROOT" && mvn -B -ntp -T 2 ${args[@]+"${args[@]}"} verify 2>&1) | tee "$log" | maven_essence || code=1
  say "$(if [ $code -eq 0 ]; then say passed; else say FAILED; fi) after $((SECONDS - began)) s"
  surefire_totals "$log"
  return $code
}

# Modules, test classes, failures and the verdict.
maven_essence() {
  grep --line-buffered -E '^\[INFO\] (Building DawsOS|Reactor Summary|DawsOS.*(SUCCESS|FAILURE|SKIPPED)|BUILD |Tests run:.* in )|^\[ERROR\]|^\[WARNING\] Tests run' || true
}

# The sum of each module's closing line of Surefire.
surefire_totals() {
  sed -n 's/^\[[A-Z]*\] *Tests run: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\), Skipped: \([0-9]*\)$/\1 \2 \3 \4/p' "$1" |
    awk '{ run += $1; failures += $2; errors += $3; skipped += $4 }
      END { printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", run, failures, errors, skipped }'
}
