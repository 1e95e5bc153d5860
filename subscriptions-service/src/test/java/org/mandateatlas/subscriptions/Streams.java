package org.mandateatlas.subscriptions;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mandateatlas.testkit.Publisher;

/** The streams that subscriptions select from, and the settings of the service under test. */
public final class Streams implements QuarkusTestResourceLifecycleManager {

    private static final List<String> NAMES = List.of(
            "capacity",
            "function",
            "governance-model",
            "institution",
            "instrument",
            "mandate",
            "meeting",
            "objective",
            "output",
            "participation",
            "policy-option",
            "process",
            "source");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Publisher> PUBLISHERS = new HashMap<>();

    @Override
    public int order() {
        return 1; // after the servers
    }

    @Override
    public Map<String, String> start() {
        NAMES.forEach(name -> PUBLISHERS.put(name, new Publisher(name)));
        var settings = new HashMap<String, String>();
        settings.put("quarkus.datasource.jdbc.acquisition-timeout", "1s");
        settings.put("atlas.feed.memory", "128K");
        settings.put("atlas.webhooks.secret-keys", "test:" + "0f".repeat(32));
        settings.put("atlas.webhooks.secret-encryption", "1s");
        settings.put("atlas.webhooks.allow-http", "true");
        settings.put("atlas.webhooks.allow-private-addresses", "true");
        settings.put("atlas.webhooks.timeout", "1s");
        settings.put("atlas.webhooks.first-retry", "20ms");
        settings.put("atlas.webhooks.longest-retry", "100ms");
        settings.put("atlas.webhooks.give-up-after", "4s");
        settings.put("atlas.webhooks.lease", "3s");
        settings.put("atlas.webhooks.events-per-run", "5");
        settings.put("atlas.webhooks.cleanup", "1s");
        settings.put("atlas.webhooks.keep-deliveries", "40");
        settings.put("atlas.webhooks.subscriptions-per-owner", "3");
        settings.put("atlas.webhooks.position-wait", "100ms");
        return settings;
    }

    /** Publishes an event about a document that refers to an institution and a function; returns its sequence. */
    public static long publish(String stream, String change, String id, String institution, String function) {
        var publisher = Objects.requireNonNull(PUBLISHERS.get(stream));
        var document = JSON.createObjectNode().put("id", id).put("institution", institution);
        document.putArray("functions").add(function);
        publisher.publish(change, document, Instant.now());
        return publisher.flush();
    }

    @Override
    public void stop() {
        PUBLISHERS.values().forEach(Publisher::close);
        PUBLISHERS.clear();
    }
}
