package org.mandateatlas.local;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The content of {@code /v1/snapshot}.
 *
 * @param position the log position that it reflects
 * @param documents the documents, by stream and id
 */
record Snapshot(String position, Map<String, JsonNode> documents) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Reads the snapshot. */
    static Snapshot take(String gateway) throws JsonProcessingException {
        var answer = given().get(gateway + "/v1/snapshot");
        assertEquals(200, answer.statusCode(), answer.asString());
        var lines = answer.asString().lines().toList();
        var documents = new TreeMap<String, JsonNode>();
        for (var line : lines.subList(1, lines.size() - 1)) {
            var read = JSON.readTree(line);
            var document = read.path("document");
            documents.put(
                    read.path("stream").asText() + "/" + document.path("id").asText(), document);
        }
        assertEquals(
                documents.size(),
                JSON.readTree(lines.getLast()).at("/end/documents").asInt());
        return new Snapshot(answer.header("Atlas-Position"), documents);
    }

    /** Returns the documents after all changes up to a position have been applied. */
    Map<String, JsonNode> follow(String gateway, String end) throws JsonProcessingException {
        var state = new TreeMap<>(documents);
        var reached = sequences(position);
        var deadline = Instant.now().plus(PATIENCE);
        var next = position;
        while (!sequences(end).entrySet().stream()
                .allMatch(stream -> reached.getOrDefault(stream.getKey(), 0L) >= stream.getValue())) {
            assertTrue(Instant.now().isBefore(deadline), "the feed does not reach " + end);
            var page = JSON.readTree(given().queryParam("after", next)
                    .queryParam("limit", 200)
                    .get(gateway + "/v1/changes")
                    .asString());
            for (var event : page.path("items")) {
                apply(event, state, reached);
            }
            next = page.path("position").asText();
        }
        return state;
    }

    private static void apply(JsonNode event, Map<String, JsonNode> state, Map<String, Long> reached) {
        var stream = event.path("type").asText().split("\\.", -1)[2];
        var sequence = event.path("sequence").asLong();
        assertEquals(
                reached.merge(stream, 1L, Long::sum), sequence, "a change of " + stream + " is missing or doubled");
        var key = stream + "/" + event.path("subject").asText();
        var document = event.at("/data/document");
        if (document.isNull()) {
            state.remove(key);
        } else {
            state.put(key, document);
        }
    }

    private static Map<String, Long> sequences(String position) {
        var sequences = new HashMap<String, Long>();
        for (var stream : List.of(position.split(",", -1))) {
            var colon = stream.indexOf(':');
            sequences.put(stream.substring(0, colon), Long.valueOf(stream.substring(colon + 1)));
        }
        return sequences;
    }
}
