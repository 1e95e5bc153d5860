package org.mandateatlas.gateway.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.compose.Json;
import org.mandateatlas.gateway.diff.Span.Axis;
import org.mandateatlas.gateway.document.Names;
import org.mandateatlas.gateway.document.Subjects;

/**
 * A change of one document.
 *
 * @param pair the document on both sides
 * @param kind what became of it
 * @param revisions in our knowledge: its revisions between the two instants
 * @param about whom and what it is about
 */
record Change(Pair pair, ChangeKind kind, List<JsonNode> revisions, Subjects about) {

    private static final List<String> TOLD = List.of("version", "change", "correction", "recordedAt", "note");

    /** A change along the axis of the span; the history is that of the document, or empty where it was not read. */
    static Change of(Pair pair, Span span, JsonNode history) {
        if (span.axis() == Axis.WORLD) {
            return new Change(pair, ChangeKind.ofWorld(pair), List.of(), pair.about());
        }
        List<JsonNode> all = history.path("items").valueStream().toList();
        List<JsonNode> within =
                all.stream().filter(revision -> isWithin(span, revision)).toList();
        boolean isNew = !all.isEmpty() && within.contains(all.getFirst());
        return new Change(pair, ChangeKind.ofKnowledge(pair, within, isNew), within, pair.about());
    }

    private static boolean isWithin(Span span, JsonNode revision) {
        try {
            Instant recordedAt =
                    OffsetDateTime.parse(revision.path("recordedAt").asText()).toInstant();
            return recordedAt.isAfter(span.before().knownAt())
                    && !recordedAt.isAfter(span.after().knownAt());
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Returns the change as it stands in an answer. */
    ObjectNode json(Names names) {
        ObjectNode json = Json.object()
                .put("collection", pair.latest().collection())
                .put("id", pair.latest().id())
                .put("name", pair.latest().name(names))
                .put("change", kind.word())
                .put("effective", effective())
                .put("recordedAt", recordedAt());
        about.institutions().forEach(json.putArray("institutions")::add);
        about.functions().forEach(json.putArray("functions")::add);
        about.processes().forEach(json.putArray("processes")::add);
        pair.fields().stream().map(FieldChange::json).forEach(json.putArray("fields")::add);
        ArrayNode told = json.putArray("revisions");
        for (JsonNode revision : revisions) {
            ObjectNode one = told.addObject();
            TOLD.forEach(field -> one.set(field, revision.get(field)));
        }
        pair.citations().forEach(json.putArray("citations")::add);
        return json;
    }

    private @Nullable String effective() {
        return switch (kind) {
            case BEGAN -> pair.latest().fact().within("validity").text("from");
            case ENDED -> pair.latest().fact().within("validity").text("to");
            default -> null;
        };
    }

    /** When it was last recorded; of what is no longer there, when it was taken back. */
    private @Nullable String recordedAt() {
        return revisions.isEmpty()
                ? pair.latest().fact().text("recordedAt")
                : revisions.getLast().path("recordedAt").textValue();
    }
}
