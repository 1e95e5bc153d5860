# Checks of the code in the README of the suite; sourced by check.sh. The other shell commands are run by the tests of deploy/endtoend.

# Prints the code of a language, at the address of the running suite.
readme() {
  awk -v begin="\`\`\`$1" '$0 == begin { inside = 1; next } $0 == "```" { inside = 0 } inside' "$ROOT/README.md" |
    sed -e "s|http://localhost:8080|$ADDRESS|" -e "s|localhost:8092|127.0.0.1:$ATLAS_KAFKA_PORT|"
}

# Fails unless the output of a command contains a text.
prints() {
  local text=$1 output
  shift
  output=$("$@") && [[ $output == *"$text"* ]] || {
    echo "does not print $text: $*" >&2
    return 1
  }
}

check_readme() {
  local result=0 passed=0 name
  local libraries="$WORK/events-java/libraries/*"
  mkdir -p "$WORK/readme"
  JAVA_HOME=$("$ROOT/atlas" jdk) || return
  maven -f "$HERE/events/pom.xml" dependency:copy-dependencies -DincludeScope=runtime \
    -DoutputDirectory="$WORK/events-java/libraries" || return
  for name in console_consumer java_consumer browser_stream; do
    if "readme_$name"; then
      passed=$((passed + 1))
    else
      echo "the code for $name in the README fails" >&2
      result=$((result + 1))
    fi
  done
  echo "readme: $passed passed, $result failed"
  [[ $result -eq 0 ]]
}

# The consumer would wait for further events.
readme_console_consumer() {
  cat >"$WORK/readme/kafka-console-consumer.sh" <<SCRIPT
#!/bin/sh
exec "$JAVA_HOME/bin/java" -cp "$libraries" org.apache.kafka.tools.consumer.ConsoleConsumer "\$@" --max-messages 3 --timeout-ms 30000
SCRIPT
  chmod +x "$WORK/readme/kafka-console-consumer.sh"
  readme sh | sed -n '/^kafka-console-consumer/,/[^\\]$/p' >"$WORK/readme/console.sh"
  PATH=$WORK/readme:$PATH prints ce_type:org.mandateatlas.mandate. bash "$WORK/readme/console.sh"
}

readme_java_consumer() {
  {
    cat <<'JAVA'
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringDeserializer;

class Readme {
    static void handle(Headers headers, String value) {
        System.out.println(new String(headers.lastHeader("ce_type").value()));
        System.exit(0);
    }

    public static void main(String... arguments) {
JAVA
    readme java
    echo '}}'
  } >"$WORK/readme/Readme.java"
  prints org.mandateatlas. "$JAVA_HOME/bin/java" -cp "$libraries" "$WORK/readme/Readme.java"
}

# The stream begins now, so that it needs a write.
readme_browser_stream() {
  { echo 'import { EventSource } from "eventsource";' && readme js; } >"$NODE/readme.mjs"
  node "$NODE/readme.mjs" >"$WORK/readme/stream.log" &
  local reader=$! attempt
  for attempt in {1..30}; do
    curl -fsS -X PATCH "$ADDRESS/v1/mandates/iom-forum" -H "Authorization: Bearer $TOKEN" -H 'If-Match: *' \
      -H 'Content-Type: application/merge-patch+json' -d "{\"title\": \"Forum, $attempt\"}" -o /dev/null || break
    sleep 1
    ! grep -q org.mandateatlas.mandate. "$WORK/readme/stream.log" || break
  done
  kill "$reader"
  wait "$reader" 2>/dev/null || true
  grep -q org.mandateatlas.mandate. "$WORK/readme/stream.log"
}
