# shellcheck shell=bash
# token: a bearer token, signed with this data folder's key.

token() {
  need_jdk
  if [ ! -f "$APP/portfolio.jar" ] || [ ! -f "$DATA/signing.key" ]; then
    fail 1 "there is no signing key in $DATA yet: ./dawsos up makes it"
  fi
  issue_token "$@"
}

issue_token() {
  DAWSOS_DATA=$DATA "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -cp "$APP/portfolio.jar" \
    io.dawsos.portfolio.security.TokenCommand "$@"
}
