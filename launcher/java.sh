# shellcheck shell=bash
# Finds a JDK of 25 or newer: with a compiler, for the first `up` builds.

JAVA_WANTED=25

# The major version of the JDK in a folder, or nothing when there is none.
jdk_major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# The folder of a `java` on the PATH, links resolved; macOS's stub in /usr/bin answers nothing.
jdk_of_path() {
  local java
  java=$(command -v java) || return 0
  "$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

jdk_candidates() {
  [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
  jdk_of_path
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v "$JAVA_WANTED+" 2>/dev/null || true
  fi
  local folder
  for folder in /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/*jdk* \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ ! -d "$folder" ] || printf '%s\n' "$folder"
  done
}

# Prints the folder of the first that will do.
find_jdk() {
  local folder major
  while IFS= read -r folder; do
    major=$(jdk_major "$folder")
    if [ -n "$major" ] && [ "$major" -ge "$JAVA_WANTED" ]; then
      printf '%s\n' "$folder"
      return
    fi
  done <<EOF
$(jdk_candidates)
EOF
}

how_to_get_jdk() {
  case $(uname -s) in
    Darwin) say "brew install --cask temurin@25" ;;
    *) say "from https://adoptium.net, or with SDKMAN: sdk install java 25-tem; Debian and Ubuntu that have it: apt install openjdk-25-jdk" ;;
  esac
}

# Sets and exports JAVA_HOME, or says what to install.
need_jdk() {
  local found
  found=$(find_jdk)
  [ -n "$found" ] || fail 3 \
    "no JDK $JAVA_WANTED or newer, in JAVA_HOME, on the PATH or in the usual places; found: $(found_jdks)" \
    "get one: $(how_to_get_jdk)"
  export JAVA_HOME=$found
}

found_jdks() {
  local folder major all=""
  while IFS= read -r folder; do
    major=$(jdk_major "$folder")
    [ -z "$major" ] || all="$all${all:+, }$major in $folder"
  done <<EOF
$(jdk_candidates)
EOF
  say "${all:-none}"
}
