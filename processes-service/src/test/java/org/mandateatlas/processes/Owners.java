package org.mandateatlas.processes;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.mandateatlas.testkit.Datasets;
import org.mandateatlas.testkit.Publisher;

/** What the services that own institutions and functions say at their start: their datasets, in their topics. */
public class Owners implements QuarkusTestResourceLifecycleManager {

    private static final Map<String, String> STREAMS =
            Map.of(
            "source", "sources", "institution", "institutions", "instrument", "instruments", "function", "functions");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Map<String, Long> PUBLISHED = new HashMap<>();

    @Override
    public int order() {
        return 1; // after the servers
    }

    @Override
    public Map<String, String> start() {
        STREAMS.forEach((stream, collection) -> {
            try (var publisher = new Publisher(stream)) {
                Datasets.documents(collection).forEach(document -> publisher.publish("created", document));
                PUBLISHED.put(stream, publisher.flush());
            }
        });
        return Map.of();
    }

    /** Waits until the service has heard it all. */
    static void awaitHeard() throws InterruptedException {
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
