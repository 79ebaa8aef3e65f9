# shellcheck shell=bash
# The service's program: built when its sources are newer, unpacked, and its AOT cache.
#
# The JDK's AOT cache holds classes loaded and linked, and profiles of methods, of an earlier run. The first run of a
# built program records, and writes the cache as it stops; later ones start from it.

JAR=$ROOT/portfolio/target/portfolio.jar
APP=$DATA/cache/app
AOT=$DATA/cache/portfolio.aot

app_is_stale() {
  [ -f "$JAR" ] || return 0
  local module newer
  for module in telemetry telemetry-spring-boot-starter portfolio; do
    newer=$(find "$ROOT/pom.xml" "$ROOT/$module/pom.xml" "$ROOT/$module/src/main" -newer "$JAR" -type f -print 2>/dev/null | head -n 1 || true)
    if [ -n "$newer" ]; then return 0; fi
  done
  return 1
}

# prepare_app [--rebuild]
prepare_app() {
  if [ "${1:-}" = --rebuild ] || app_is_stale; then
    maven_build "the portfolio service" package -pl portfolio -am
    touch "$JAR" # Maven leaves a jar alone that would be the same, and it would stay older than its sources
  fi
  if [ ! -f "$APP/portfolio.jar" ] || [ "$(cat "$DATA/cache/stamp" 2>/dev/null)" != "$(app_stamp)" ]; then
    unpack_app
  fi
}

# Changes with the program and with the JDK: the AOT cache is good for one of each.
app_stamp() { say "$(cksum <"$JAR") $(cksum <"$JAVA_HOME/release") $JAVA_HOME"; }

unpack_app() {
  rm -rf "$APP" "$AOT"
  mkdir -p "$DATA/cache"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$JAR" extract --destination "$APP" >"$DATA/cache/unpack.log" 2>&1 ||
    fail 1 "cannot unpack $JAR; see $DATA/cache/unpack.log"
  app_stamp >"$DATA/cache/stamp"
}

# The JVM's arguments, one a line.
app_jvm() {
  say "--enable-native-access=ALL-UNNAMED"
  say "--sun-misc-unsafe-memory-access=allow"
  if [ -f "$AOT" ]; then
    say "-XX:AOTCache=$AOT"
  else
    say "-XX:AOTCacheOutput=$AOT.new"
  fi
}

# After the run that recorded: from here on the cache is used. A run that was killed has left nothing, or a part.
keep_aot() {
  [ -f "$AOT.new" ] || return 0
  mv -f "$AOT.new" "$AOT"
  rm -f "$AOT".new.*
}
