package org.mandateatlas.functions;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.mandateatlas.testkit.Datasets;
import org.mandateatlas.testkit.Publisher;

/** What institutions-service says: at its start its dataset, and then what a test lets it say. */
public class Institutions implements QuarkusTestResourceLifecycleManager {

    private static final Map<String, String> STREAMS =
            Map.of("source", "sources", "institution", "institutions", "mandate", "mandates");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Map<String, Publisher> PUBLISHERS = new HashMap<>();

    @Override
    public int order() {
        return 1; // after the servers
    }

    @Override
    public Map<String, String> start() {
        STREAMS.forEach((stream, collection) -> {
            var publisher = new Publisher(stream);
            Datasets.documents(collection).forEach(document -> publisher.publish("created", document));
            publisher.flush();
            PUBLISHERS.put(stream, publisher);
        });
        return Map.of();
    }

    /** Publishes a document that was written just now, and waits until the service has heard of it. */
    static void publish(String stream, String change, ObjectNode document) throws InterruptedException {
        Objects.requireNonNull(PUBLISHERS.get(stream)).publish(change, document, Instant.now());
        awaitHeard();
    }

    /** Waits until the service has heard it all. */
    static void awaitHeard() throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (!heard()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("the service has not heard all of " + PUBLISHERS.keySet());
            }
            Thread.sleep(50);
        }
    }

    private static boolean heard() {
        Map<String, Integer> heard =
                given().get("/q/health/well").jsonPath().getMap("checks.find { it.name == 'following' }.data");
        return PUBLISHERS.entrySet().stream()
                .allMatch(stream -> heard.getOrDefault(stream.getKey(), 0)
                        >= stream.getValue().flush());
    }

    @Override
    public void stop() {
        PUBLISHERS.values().forEach(Publisher::close);
        PUBLISHERS.clear();
    }
}
