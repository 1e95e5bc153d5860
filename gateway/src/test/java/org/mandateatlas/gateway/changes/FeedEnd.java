package org.mandateatlas.gateway.changes;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.mandateatlas.gateway.Broker;

/** The end of the feed, which events reach a moment after they are published. */
final class FeedEnd {

    private FeedEnd() {}

    /** Waits until the gateway has read everything that was published. */
    static void await(Broker broker) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        Set<String> behind = Set.of("?");
        while (!behind.isEmpty()) {
            assertTrue(System.nanoTime() < deadline, "not heard: " + behind);
            behind = new HashSet<>();
            var answer = given().when().get("/v1/changes/stats");
            for (String stream : Broker.streams()) {
                if (answer.statusCode() != 200
                        || answer.jsonPath().getInt("streams.find { it.stream == '" + stream + "' }.head")
                                < broker.published(stream)) {
                    behind.add(stream);
                }
            }
        }
    }
}
