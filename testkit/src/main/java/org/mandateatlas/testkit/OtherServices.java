package org.mandateatlas.testkit;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What other services say at their start: their datasets, in their topics. */
public abstract class OtherServices implements QuarkusTestResourceLifecycleManager {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Map<String, Long> PUBLISHED = new HashMap<>();

    private final Map<String, String> streams;

    /** Takes the collections, by stream. */
    protected OtherServices(Map<String, String> streams) {
        this.streams = streams;
    }

    @Override
    public int order() {
        return 1; // after the servers
    }

    @Override
    public Map<String, String> start() {
        streams.forEach((stream, collection) -> {
            try (var publisher = new Publisher(stream)) {
                Datasets.documents(collection).forEach(document -> publisher.publish("created", document));
                PUBLISHED.put(stream, publisher.flush());
            }
        });
        return Map.of();
    }

    /** Waits until the service has heard it all. */
    public static void awaitHeard() throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (!heard()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("the service has not heard of " + PUBLISHED);
            }
            Thread.sleep(50);
        }
    }

    private static boolean heard() {
        Map<String, Integer> heard =
                given().get("/q/health/well").jsonPath().getMap("checks.find { it.name == 'following' }.data");
        return PUBLISHED.entrySet().stream()
                .allMatch(stream -> heard.getOrDefault(stream.getKey(), 0) >= stream.getValue());
    }

    @Override
    public void stop() {
        PUBLISHED.clear();
    }
}
