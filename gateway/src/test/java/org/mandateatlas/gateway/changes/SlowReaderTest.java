package org.mandateatlas.gateway.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.mandateatlas.gateway.Broker;
import org.mandateatlas.gateway.Surroundings;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SlowReaderTest {

    private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":\"(\\d+)\"");
    private static final int EVENTS = 200;
    private static final String LARGE = "x".repeat(100_000);

    @SuppressWarnings("NullAway.Init")
    Broker broker;

    @Test
    void whoTakesNothingIsCutOffWithAWordAndCanGoOn() throws Exception {
        try (var fast = EventStream.open("?fromNow=true&stream=governance-model", null);
                var slow = new Socket()) {
            slow.setReceiveBufferSize(4096);
            slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
            slow.getOutputStream()
                    .write(
                            "GET /v1/changes?fromNow=true&stream=governance-model HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            readTo(slow.getInputStream(), "retry: ");
            long first = broker.published("governance-model") + 1;
            for (int i = 0; i < EVENTS; i++) {
                broker.publish("governance-model", "changed", "large-" + i, "{\"text\":\"" + LARGE + "\"}");
            }
            assertEquals(EVENTS, fast.read(EVENTS, Duration.ofSeconds(30)).size());

            Thread.sleep(4_000);
            String taken = readTo(slow.getInputStream(), "reader-too-slow");
            assertTrue(taken.contains("event: cut-off"), taken.substring(Math.max(0, taken.length() - 500)));
            String id = taken.substring(taken.lastIndexOf("\nid: ") + 5).split("\n", 2)[0];

            long reached = Long.parseLong(id.replaceAll(".*governance-model:(\\d+).*", "$1"));
            assertTrue(reached < first + EVENTS - 1, id);
            try (var resumed = EventStream.open("?stream=governance-model", id)) {
                List<EventStream.Event> rest =
                        resumed.read((int) (first + EVENTS - 1 - reached), Duration.ofSeconds(20));
                assertEquals(
                        LongStream.range(reached + 1, first + EVENTS).boxed().toList(),
                        rest.stream().map(SlowReaderTest::sequence).toList());
            }
        }
    }

    private static long sequence(EventStream.Event event) {
        Matcher sequence = SEQUENCE.matcher(event.data());
        assertTrue(sequence.find(), event.data());
        return Long.parseLong(sequence.group(1));
    }

    private static String readTo(InputStream in, String end) throws IOException {
        var text = new StringBuilder();
        byte[] some = new byte[65_536];
        while (text.indexOf(end, Math.max(0, text.length() - some.length - end.length())) < 0) {
            int length = in.read(some);
            if (length < 0) {
                break;
            }
            text.append(new String(some, 0, length, StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}
