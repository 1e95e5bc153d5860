package org.mandateatlas.gateway.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.gateway.Broker;
import org.mandateatlas.gateway.RawClient;
import org.mandateatlas.gateway.Surroundings;

/** A live stream that any client library understands. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class LiveStreamTest {

    @SuppressWarnings("NullAway.Init")
    Broker broker;

    @BeforeEach
    void theFeedIsReady() {
        FeedEnd.await(broker);
    }

    @Test
    void aStreamIsLiveAndGoesOnWhereItWasLeft() throws Exception {
        String id;
        long sequence = broker.published("mandate");
        try (var stream = EventStream.open("?fromNow=true", null)) {
            stream.read(1, Duration.ofMillis(300));
            broker.publish("mandate", "established", "live-1", "{\"id\":\"live-1\",\"institution\":\"iom\"}");
            List<EventStream.Event> events = stream.read(1, Duration.ofSeconds(10));
            assertEquals(1, events.size());
            assertEquals("message", events.getFirst().name());
            assertEquals(
                    "%010d".formatted(sequence + 1),
                    JsonPath.from(events.getFirst().data()).getString("sequence"));
            id = events.getFirst().id();
        }
        broker.publish("mandate", "amended", "live-1", "{\"id\":\"live-1\",\"institution\":\"iom\"}");
        broker.publish("mandate", "amended", "live-2", "{\"id\":\"live-2\",\"institution\":\"ilo\"}");
        try (var stream = EventStream.open("?fromNow=true", id)) {
            List<EventStream.Event> events = stream.read(2, Duration.ofSeconds(10));
            assertEquals(
                    List.of("live-1", "live-2"),
                    events.stream()
                            .map(event -> JsonPath.from(event.data()).getString("subject"))
                            .toList());
        }
    }

    @Test
    void heartbeatsAreCommentsAndTheFirstIdIsThatOfTheFirstEvent() throws Exception {
        try (var client = new RawClient()) {
            client.head(
                    "GET /v1/changes/stream?fromNow=true&subject=awaited HTTP/1.1",
                    "Host: localhost",
                    "Accept: text/event-stream");
            String idle = client.readTo(": heartbeat\n") + client.readTo(": heartbeat\n");
            assertEquals(-1, idle.indexOf("\n\n", idle.indexOf("retry:")), idle);
            assertFalse(idle.contains("id:"), idle);

            broker.publish("mandate", "established", "other", "{\"id\":\"other\",\"institution\":\"iom\"}");
            broker.publish("mandate", "amended", "awaited", "{\"id\":\"awaited\",\"institution\":\"iom\"}");
            String event = client.readTo("\n\n");
            assertTrue(
                    event.contains("mandate:" + broker.published("mandate"))
                            && event.contains("\ndata: {")
                            && event.indexOf("id: ") < event.indexOf("data: "),
                    event);
        }
    }

    @Test
    void theStreamTellsWhereItStarts() throws Exception {
        try (var stream = EventStream.open("?fromNow=true", null)) {
            assertTrue(stream.position().contains("mandate:" + broker.published("mandate")), stream.position());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Text/Event-Stream", "TEXT/*, application/json;q=0.1", ", text/event-stream;Q=1.0,", "*/*;q=0.1"
            })
    void mediaTypesCompareWithoutCase(String accept) throws Exception {
        try (var client = new RawClient()) {
            client.head("GET /v1/changes/stream?fromNow=true HTTP/1.1", "Host: localhost", "Accept: " + accept);
            assertTrue(client.readTo("retry: ").startsWith("HTTP/1.1 200 "));
        }
    }
}
