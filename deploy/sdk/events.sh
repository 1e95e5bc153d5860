# Checks of the change feed with the CloudEvents SDKs and with clients of event streams; sourced by check.sh.

check_events() {
  local result=0
  "$VENV/bin/mypy" --no-error-summary --strict --cache-dir "$WORK/mypy" "$HERE"/events/*.py "$HERE"/streams/*.py || result=1
  "$VENV/bin/python" "$HERE/events/events.py" "$ADDRESS" || result=1
  cp "$HERE/events/events.mjs" "$NODE/" && node "$NODE/events.mjs" "$ADDRESS" || result=1
  events_java || result=1
  return "$result"
}

events_java() {
  JAVA_HOME=$("$ROOT/atlas" jdk) || return
  export JAVA_HOME
  maven -f "$HERE/events/pom.xml" dependency:copy-dependencies -DincludeScope=runtime \
    -DoutputDirectory="$WORK/events-java/libraries" || return
  local libraries="$WORK/events-java/libraries/*"
  "$JAVA_HOME/bin/javac" -Xlint:all,-processing,-classfile -Werror -proc:none -d "$WORK/events-java/classes" \
    -cp "$libraries" "$HERE/events/Events.java" || return
  "$JAVA_HOME/bin/java" -cp "$WORK/events-java/classes:$libraries" Events "$ADDRESS" "127.0.0.1:$ATLAS_KAFKA_PORT"
}

check_streams() {
  need chromium 'install Chromium' || return
  mkdir -p "$WORK/streams"
  cp "$HERE"/streams/*.mjs "$NODE/" || return
  "$VENV/bin/python" "$HERE/streams/restart.py" "$ADDRESS" "$TOKEN" "$RESTARTED_PORT" "$WORK/streams" \
    "browser=node $NODE/browser.mjs $(command -v chromium)" "eventsource=node $NODE/eventsource.mjs" \
    "httpx-sse=$VENV/bin/python $HERE/streams/follow.py"
}
