# shellcheck shell=bash
# What the launcher says. Exit codes: 0 done, 1 failed, 2 the command line is wrong, 3 something is missing on this
# machine, 4 a port or the data folder is in use.

# Nobody may be reading any more: that is no reason to stop short of what is being done.
say() { printf '%s\n' "$*" 2>/dev/null || true; }

warn() { printf '%s\n' "$*" >&2 2>/dev/null || true; }

# fail CODE MESSAGE...
fail() {
  local code=$1
  shift
  printf 'dawsos: %s\n' "$@" >&2
  exit "$code"
}

usage_error() { fail 2 "$1" "see ./dawsos help"; }

# wants_value OPTION REST...: for options that need a value after them
wants_value() {
  if [ $# -lt 2 ] || [ -z "$2" ]; then usage_error "$1 needs a value after it"; fi
}

is_number() { case $1 in '' | *[!0-9]*) return 1 ;; esac; }
