package org.mandateatlas.local;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The whole registry, as a reader of {@code /v1/snapshot} has it.
 *
 * @param position the point of the logs that it reflects
 * @param documents the documents, by stream and id
 */
record Snapshot(String position, Map<String, Object> documents) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Reads all of it. */
    static Snapshot take(String gateway) {
        var answer = given().get(gateway + "/v1/snapshot");
        assertEquals(200, answer.statusCode(), answer.asString());
        var lines = answer.asString().lines().toList();
        var documents = new TreeMap<String, Object>();
        for (var line : lines.subList(1, lines.size() - 1)) {
            var read = JsonPath.from(line);
            documents.put(read.getString("stream") + "/" + read.getString("document.id"), read.get("document"));
        }
        assertEquals(documents.size(), JsonPath.from(lines.getLast()).getInt("end.documents"));
        return new Snapshot(answer.header("Atlas-Position"), documents);
    }

    /** Returns what the documents have become when all changes up to a position have been made to them, one after the other. */
    Map<String, Object> follow(String gateway, String end) {
        var state = new TreeMap<>(documents);
        var reached = sequences(position);
        var deadline = Instant.now().plus(PATIENCE);
        var next = position;
        while (!sequences(end).entrySet().stream()
                .allMatch(stream -> reached.getOrDefault(stream.getKey(), 0L) >= stream.getValue())) {
            assertTrue(Instant.now().isBefore(deadline), "the feed does not reach " + end);
            var page = given().queryParam("after", next)
                    .queryParam("limit", 200)
                    .get(gateway + "/v1/changes")
                    .jsonPath();
            for (var event : page.<Map<String, Object>>getList("items")) {
                apply(event, state, reached);
            }
            next = page.getString("position");
        }
        return state;
    }

    private static void apply(Map<String, Object> event, Map<String, Object> state, Map<String, Long> reached) {
        var stream = String.valueOf(event.get("type")).split("\\.", -1)[2];
        var sequence = Long.parseLong(String.valueOf(event.get("sequence")));
        assertEquals(
                reached.merge(stream, 1L, Long::sum), sequence, "a change of " + stream + " is missing or doubled");
        var data = (Map<?, ?>) Objects.requireNonNull(event.get("data"));
        var document = data.get("document");
        if (document == null) {
            state.remove(stream + "/" + event.get("subject"));
        } else {
            state.put(stream + "/" + event.get("subject"), document);
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
