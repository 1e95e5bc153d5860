package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.launchdarkly.eventsource.ConnectStrategy;
import com.launchdarkly.eventsource.ErrorStrategy;
import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.StreamException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Reads the change feed as pages and, with a standard client of server-sent events, as a stream. */
final class ChangeFeedReader {

    private static final int PATIENCE_SECONDS = 60;

    private final HttpClient client;
    private final String address;

    ChangeFeedReader(HttpClient client, String address) {
        this.client = client;
        this.address = address;
    }

    /** Fails unless the stream has the events of the pages, each with an id of its own to continue from. */
    void compare() throws IOException, InterruptedException, StreamException {
        var events = pages();
        assertTrue(events.size() > 1000, () -> "only " + events.size() + " events");
        assertEquals(events, stream(events.size()));
    }

    private Map<String, JsonNode> pages() throws IOException, InterruptedException {
        var events = new HashMap<String, JsonNode>();
        var next = "/v1/changes?limit=500";
        while (true) {
            var request =
                    HttpRequest.newBuilder(URI.create(address).resolve(next)).build();
            var page = RepresentationParser.json(
                    client.send(request, BodyHandlers.ofString()).body());
            page.get("items").forEach(event -> events.put(event.get("id").asText(), event));
            if (page.get("atEnd").asBoolean()) {
                return events;
            }
            next = page.get("next").asText();
        }
    }

    private Map<String, JsonNode> stream(int count) throws IOException, StreamException {
        var events = new HashMap<String, JsonNode>();
        var positions = new HashMap<String, String>();
        var connection = ConnectStrategy.http(URI.create(address + "/v1/changes/stream"))
                .readTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
        try (var source = new EventSource.Builder(connection)
                .errorStrategy(ErrorStrategy.alwaysThrow())
                .build()) {
            source.start();
            while (events.size() < count) {
                var message = source.readMessage();
                var event = RepresentationParser.json(message.getData());
                var id = event.get("id").asText();
                assertNull(events.put(id, event), () -> id + " is sent twice");
                assertNull(positions.put(message.getLastEventId(), id), () -> "two events have the id of " + id);
            }
        }
        return events;
    }
}
