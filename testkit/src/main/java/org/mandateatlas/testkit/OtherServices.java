package org.mandateatlas.testkit;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Stand-ins for other services: they publish their datasets at startup, and documents of tests later. */
public abstract class OtherServices implements QuarkusTestResourceLifecycleManager {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Map<String, Publisher> PUBLISHERS = new HashMap<>();

    private final Map<String, String> streams;

    /** Receives the collections by stream. */
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
            var publisher = new Publisher(stream);
            Datasets.documents(collection).forEach(document -> publisher.publish("created", document));
            publisher.flush();
            PUBLISHERS.put(stream, publisher);
        });
        return Map.of();
    }

    /** Publishes a document recorded now, and waits until the service has replicated it. */
    public static void publish(String stream, String change, ObjectNode document) throws InterruptedException {
        Objects.requireNonNull(PUBLISHERS.get(stream)).publish(change, document, Instant.now());
        awaitReplicated();
    }

    /** Waits until the service has replicated everything. */
    public static void awaitReplicated() throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (!heard()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("the service has not replicated all of " + PUBLISHERS.keySet());
            }
            Thread.sleep(50);
        }
    }

    private static boolean heard() {
        Map<String, Integer> heard =
                given().get("/q/health/well").jsonPath().getMap("checks.find { it.name == 'replication' }.data");
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
