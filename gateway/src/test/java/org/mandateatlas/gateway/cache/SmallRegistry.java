package org.mandateatlas.gateway.cache;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A registry of one kind of document, in memory: of each document it is known by which revision of the stream it changed last. */
final class SmallRegistry {

    private final String stream;
    private final LongConsumer relay;
    private final Map<String, Long> changedAt = new HashMap<>();
    private long sequence;

    /**
     * An empty one.
     *
     * @param relay is told of each revision, in order
     */
    SmallRegistry(String stream, LongConsumer relay) {
        this.stream = stream;
        this.relay = relay;
    }

    synchronized State change(String id) {
        sequence++;
        changedAt.put(id, sequence);
        relay.accept(sequence);
        return state(id);
    }

    synchronized long sequence() {
        return sequence;
    }

    /** Returns the state of one document, or of all that there are when none is named. */
    synchronized State state(@Nullable String id) {
        String body = changedAt.entrySet().stream()
                .filter(document -> id == null || document.getKey().equals(id))
                .map(document -> "\"" + document.getKey() + "\":" + document.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        String tag = id == null ? null : "\"" + changedAt.getOrDefault(id, 0L) + '"';
        return new State(stream + ':' + sequence, body, tag);
    }

    /**
     * What there was at a point of the log.
     *
     * @param position the point
     * @param body in which revision each document changed last, as JSON
     * @param tag the version of the one document; null when there are all
     */
    record State(String position, String body, @Nullable String tag) {

        void answer(HttpExchange exchange, boolean whole) throws IOException {
            byte[] text = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Atlas-Position", position);
            if (tag != null) {
                exchange.getResponseHeaders().set("ETag", tag);
            }
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text, 0, whole ? text.length : text.length / 2);
        }
    }
}
