package org.mandateatlas.gateway.changes;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mandateatlas.gateway.Broker;
import org.mandateatlas.gateway.RawClient;
import org.mandateatlas.gateway.Surroundings;

/** Streams are accepted while the gateway has not yet read the log, because browsers give up after an error. */
@QuarkusTest
@QuarkusTestResource(value = StartingGatewayTest.LateBroker.class, restrictToAnnotatedClass = true)
class StartingGatewayTest {

    @SuppressWarnings("NullAway.Init")
    Broker broker;

    /** A broker that is down when the gateway starts. */
    public static final class LateBroker extends Surroundings {

        @Override
        public Map<String, String> start() {
            var settings = super.start();
            // A broker that has lost the first event, which was published again after the second one.
            broker.repeat("source", 2, "created", "two", "{\"id\":\"two\"}", Instant.now());
            broker.publish("source", "created", "one", "{\"id\":\"one\"}");
            broker.publish("source", "created", "two", "{\"id\":\"two\"}");
            broker.stop();
            return settings;
        }
    }

    @Test
    void aStreamIsAcceptedAtOnceAndStartsWhenTheFeedIsReady() throws Exception {
        given().when().get("/v1/changes").then().statusCode(503);
        given().when().get("/q/health/ready").then().statusCode(503);
        try (var early = EventStream.open("", null);
                var resuming = EventStream.open("", "mandate:1");
                var lost = EventStream.open("", "institution:99999");
                var raw = new RawClient()) {
            raw.head("GET /v1/changes/stream HTTP/1.1", "Host: localhost");
            assertTrue(raw.readTo("retry: ").startsWith("HTTP/1.1 200 "));

            broker.start();
            broker.publish("mandate", "established", "first", "{\"id\":\"first\"}");
            broker.publish("mandate", "established", "second", "{\"id\":\"second\"}");

            assertEquals(4, early.read(4, Duration.ofSeconds(30)).size());
            assertTrue(resuming.read(3, Duration.ofSeconds(30)).stream()
                    .anyMatch(event -> event.data().contains("second")));
            assertEquals(
                    "cut-off", lost.read(1, Duration.ofSeconds(30)).getFirst().name());
            assertTrue(raw.readTo("\n\n").contains("id: "));
        }
        given().when().get("/q/health/ready").then().statusCode(200);
        try (var client = new RawClient()) {
            client.head("GET /v1/changes/stream HTTP/1.1", "Host: localhost", "Last-Event-ID: institution:99999");
            assertTrue(client.readTo("violations").startsWith("HTTP/1.1 400 "));
        }
    }
}
