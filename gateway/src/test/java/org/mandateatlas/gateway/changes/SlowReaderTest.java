package org.mandateatlas.gateway.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.gateway.Broker;
import org.mandateatlas.gateway.Surroundings;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SlowReaderTest {

    private static final String LARGE = "x".repeat(500_000);

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
            readTo(slow.getInputStream(), "id: ");
            long first = broker.published("governance-model") + 1;
            for (int i = 0; i < 40; i++) {
                broker.publish("governance-model", "changed", "large-" + i, "{\"text\":\"" + LARGE + "\"}");
            }
            assertEquals(40, fast.read(40, Duration.ofSeconds(30)).size());

            Thread.sleep(4_000);
            String taken = readTo(slow.getInputStream(), "reader-too-slow");
            assertTrue(taken.contains("event: cut-off"), taken.substring(Math.max(0, taken.length() - 500)));
            String id = taken.substring(taken.lastIndexOf("\nid: ") + 5).split("\n", 2)[0];

            long reached = Long.parseLong(id.replaceAll(".*governance-model:(\\d+).*", "$1"));
            assertTrue(reached < first + 39, id);
            try (var resumed = EventStream.open("?stream=governance-model", id)) {
                List<EventStream.Event> rest = resumed.read((int) (first + 39 - reached), Duration.ofSeconds(20));
                assertEquals(
                        "%010d".formatted(reached + 1),
                        JsonPath.from(rest.getFirst().data()).getString("sequence"));
                assertEquals(
                        "%010d".formatted(first + 39),
                        JsonPath.from(rest.getLast().data()).getString("sequence"));
            }
        }
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
