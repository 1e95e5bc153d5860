package org.mandateatlas.registry.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Times;
import org.mandateatlas.registry.DisplayNames;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.Reference;
import org.mandateatlas.registry.VersionedDocument;
import org.mandateatlas.registry.diff.DiffResults.Changed;

/**
 * A document in two states.
 *
 * @param collection its collection
 * @param changed the document
 * @param displayName its display name in the second state, or else in the first; a template
 * @param kind how it differs
 * @param latest its content in the second state, or else in the first
 * @param subjects the documents that it is about, in either state
 * @param fields the places at which it differs
 */
record ComparedDocument(
        String collection,
        Changed changed,
        String displayName,
        DifferenceKind kind,
        Document latest,
        Set<Reference> subjects,
        List<FieldChange> fields) {

    /** Compares the two states of a document; null if it is in neither. */
    static <D extends Document> @Nullable ComparedDocument of(DocumentType<D> type, Changed changed, DiffSpan span) {
        var before = state(type, changed.before(), span.before());
        var after = state(type, changed.after(), span.after());
        var latest = after == null ? before : after;
        if (latest == null) {
            return null;
        }
        var subjects = new LinkedHashSet<>(type.subjects(latest));
        if (before != null) {
            subjects.addAll(type.subjects(before));
        }
        var kind = span.axis() == DiffAxis.WORLD
                ? DifferenceKind.ofWorld(before != null, after != null)
                : DifferenceKind.ofKnowledge(before != null, after != null, changed.revisions());
        var fields = before == null || after == null
                ? List.<FieldChange>of()
                : FieldChanges.between(DocumentJson.tree(before), DocumentJson.tree(after));
        return new ComparedDocument(
                type.collection(), changed, type.displayName(latest), kind, latest, subjects, fields);
    }

    private static <D extends Document> @Nullable D state(DocumentType<D> type, @Nullable String text, Times times) {
        if (text == null) {
            return null;
        }
        var document = DocumentJson.stored(text, type.record());
        var day = times.validAt();
        if (day == null) {
            return document;
        }
        return document.validity().contains(day) ? VersionedDocument.view(document, day) : null;
    }

    Difference difference(DisplayNames names) {
        return new Difference(
                changed.order().toString(),
                collection,
                changed.order().id(),
                names.fill(displayName),
                kind,
                effective(),
                recordedAt(),
                about("institution"),
                about("function"),
                about("process"),
                fields,
                changed.revisions(),
                citations());
    }

    private @Nullable PartialDate effective() {
        return switch (kind) {
            case BEGAN -> latest.validity().from();
            case ENDED -> latest.validity().to();
            default -> null;
        };
    }

    private Instant recordedAt() {
        return changed.revisions().isEmpty()
                ? Objects.requireNonNull(latest.recordedAt())
                : changed.revisions().getLast().recordedAt();
    }

    private List<String> about(String stream) {
        return subjects.stream()
                .filter(subject -> subject.stream().equals(stream))
                .map(Reference::id)
                .distinct()
                .sorted()
                .toList();
    }

    private List<JsonNode> citations() {
        var citations = new ArrayList<JsonNode>();
        for (var field : fields) {
            collect(field.before(), citations);
            collect(field.after(), citations);
        }
        if (citations.isEmpty()) {
            DocumentJson.tree(latest).path("citations").forEach(citations::add);
        }
        return citations.stream().distinct().toList();
    }

    private static void collect(JsonNode node, List<JsonNode> citations) {
        node.findValues("citations").forEach(list -> list.forEach(citations::add));
    }
}
