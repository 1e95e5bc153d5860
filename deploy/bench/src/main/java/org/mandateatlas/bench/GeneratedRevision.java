package org.mandateatlas.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A generated revision.
 *
 * @param stream its stream
 * @param sequence its number in the stream
 * @param change the type of the change
 * @param effective the year in which the change happened in the world
 * @param previous the revision of the previous version, or null
 * @param content the document without read-only fields
 */
record GeneratedRevision(
        String stream,
        long sequence,
        String change,
        int effective,
        @Nullable GeneratedRevision previous,
        Map<String, @Nullable Object> content) {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00.000001Z");

    static String topic(String stream) {
        return "atlas." + stream + ".v1";
    }

    String id() {
        return String.valueOf(content.get("id"));
    }

    private int version() {
        return previous == null ? 1 : previous.version() + 1;
    }

    private String recordedAt() {
        return FIRST.plusSeconds(sequence).toString();
    }

    /** Returns the event as the relay of a service sends it. */
    ProducerRecord<String, byte[]> event() {
        var event = new ProducerRecord<>(topic(stream), 0, id(), BenchJson.bytes(value()));
        header(event, "ce_specversion", "1.0");
        header(event, "ce_id", stream + "-" + sequence);
        header(event, "ce_type", "org.mandateatlas." + stream + "." + change + ".v1");
        header(event, "ce_source", "/v1/" + stream + "s");
        header(event, "ce_subject", id());
        header(event, "ce_time", recordedAt());
        header(event, "ce_effective", Integer.toString(effective));
        header(event, "ce_sequence", String.format(Locale.ROOT, "%010d", sequence));
        header(event, "content-type", "application/json");
        return event;
    }

    private static void header(ProducerRecord<String, byte[]> event, String name, String value) {
        event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, @Nullable Object> value() {
        return BenchJson.object(
                "change",
                change,
                "correction",
                false,
                "version",
                version(),
                "recordedAt",
                recordedAt(),
                "actor",
                "bench",
                "note",
                null,
                "document",
                document(),
                "previous",
                previous == null ? null : previous.document(),
                "patch",
                patch());
    }

    private Map<String, @Nullable Object> document() {
        var document = BenchJson.object("id", id(), "version", version(), "recordedAt", recordedAt());
        document.putAll(content);
        return document;
    }

    private List<Map<String, @Nullable Object>> patch() {
        if (previous == null) {
            return List.of(BenchJson.object("op", "add", "path", "", "value", document()));
        }
        var before = previous.document();
        var patch = new ArrayList<Map<String, @Nullable Object>>();
        document().forEach((name, value) -> {
            if (!Objects.equals(value, before.get(name))) {
                patch.add(BenchJson.object("op", "replace", "path", "/" + name, "value", value));
            }
        });
        return patch;
    }
}
