package org.mandateatlas.replication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.text.Slug;
import org.mandateatlas.registry.DocumentJson;

/**
 * A revision of the service's own log or of a replicated stream.
 *
 * @param stream its stream
 * @param sequence its number in the stream
 * @param id the document
 * @param version the version that it created
 * @param change the type of the change
 * @param recordedAt when it was recorded
 * @param document the document as JSON, or null for a retraction
 */
public record LoggedRevision(
        String stream,
        long sequence,
        String id,
        int version,
        String change,
        Instant recordedAt,
        @Nullable String document) {

    /** Reads a revision from an event; empty if the event is invalid, which leaves a gap. */
    static Optional<LoggedRevision> of(String stream, ConsumerRecord<String, byte[]> event) {
        try {
            var value = DocumentJson.stored(new String(event.value(), StandardCharsets.UTF_8));
            return Optional.of(new LoggedRevision(
                    stream,
                    Long.parseLong(header(event.headers(), "ce_sequence")),
                    slug(header(event.headers(), "ce_subject")),
                    whole(value.required("version")),
                    Objects.requireNonNull(value.required("change").textValue()),
                    Instant.parse(value.required("recordedAt").textValue()),
                    value.get("document") instanceof ObjectNode document ? DocumentJson.write(document) : null));
        } catch (IllegalArgumentException
                | NullPointerException
                | DateTimeException
                | ClassCastException
                | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static String slug(String text) {
        if (!Slug.is(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static int whole(JsonNode number) {
        if (!number.isInt()) {
            throw new IllegalArgumentException(number.toString());
        }
        return number.intValue();
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
