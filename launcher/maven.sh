# shellcheck shell=bash
# Runs Maven so that one sees how far it is; everything that it says is kept in a file.

how_to_get_maven() {
  case $(uname -s) in
    Darwin) say "brew install maven" ;;
    *) say "apt install maven, or from https://maven.apache.org" ;;
  esac
}

need_maven() {
  command -v mvn >/dev/null || fail 3 "no Maven (mvn) on the PATH" "get it: $(how_to_get_maven)"
}

# Turns Maven's output into one line for each module, and on a terminal a running count of downloads.
maven_progress() {
  local line module="" since=$SECONDS downloads=0
  while IFS= read -r line; do
    case $line in
      *Downloaded\ from*)
        downloads=$((downloads + 1))
        [ ! -t 1 ] || printf '\r  %s: %s downloads, %s s ' "${module:-getting ready}" "$downloads" $((SECONDS - since))
        ;;
      "[INFO] Building DawsOS"*)
        maven_module_done
        module=$(printf '%s' "$line" | sed 's/^.*Building \(.*\) [0-9][^ ]* *\(\[.*\)$/\2 \1/')
        since=$SECONDS downloads=0
        [ ! -t 1 ] || printf '\r  %s ... ' "$module"
        ;;
      "[INFO] BUILD "* | "[INFO] Reactor Summary"*) maven_module_done ;;
    esac
  done
}

# In maven_progress's variables, which bash's dynamic scope shows here.
maven_module_done() {
  [ -n "$module" ] || return 0
  local start=""
  [ ! -t 1 ] || start=$'\r'
  printf '%s  %s: %s s%s\n' "$start" "$module" $((SECONDS - since)) "$(maven_downloads)        "
  module=""
}

maven_downloads() { [ "$downloads" -eq 0 ] || printf ', %s downloads' "$downloads"; }

# maven_build WHAT ARGUMENTS...: without tests, for those who want to use it rather than change it
maven_build() {
  local what=$1 log=$DATA/logs/build.log began=$SECONDS
  shift
  need_maven
  mkdir -p "$DATA/logs"
  say "Building $what (all that Maven says is in $log)"
  if ! (cd "$ROOT" && mvn -B -DskipTests -Dspotless.check.skip=true "$@" 2>&1) | tee "$log" | maven_progress; then
    grep '^\[ERROR\]' "$log" | head -n 30 >&2 || true
    fail 1 "the build failed; see $log"
  fi
  say "Built in $((SECONDS - began)) s"
}
