package org.mandateatlas.registry.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.registry.DayViews;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.StoredDocument;

/**
 * Renders a stored document: unchanged with its status inserted after the id, as of a day, or with selected fields.
 *
 * @param type the kind of document
 * @param views the views of documents as of days
 * @param validAt the valid time, or null
 * @param day the day that the status refers to
 * @param fields the fields to return, or null for all
 */
record DocumentRenderer(
        DocumentType<?> type,
        DayViews views,
        @Nullable LocalDate validAt,
        LocalDate day,
        @Nullable Set<String> fields) {

    static DocumentRenderer of(
            DocumentType<?> type, DayViews views, @Nullable LocalDate validAt, LocalDate today, List<String> fields) {
        return new DocumentRenderer(
                type,
                views,
                validAt,
                validAt == null ? today : validAt,
                fields.isEmpty() ? null : chosen(type, fields));
    }

    /** Returns the fields of the document type, in order. */
    static List<String> fields(DocumentType<?> type) {
        return type.model().fields();
    }

    private static Set<String> chosen(DocumentType<?> type, List<String> fields) {
        var known = fields(type);
        var chosen = fields.stream()
                .flatMap(names -> Arrays.stream(names.split(",", -1)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (var field : chosen) {
            if (!known.contains(field)) {
                throw ProblemException.parameter(
                        "fields", "names '" + field + "', which is none of " + String.join(", ", known));
            }
        }
        return chosen;
    }

    /** Returns the document's JSON as bytes, which are sent as they are. */
    byte[] bytes(StoredDocument stored) {
        var json = new StringBuilder();
        append(stored, json);
        return bytes(json);
    }

    /** Returns the bytes of a text. */
    static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Appends the document's JSON. */
    void append(StoredDocument stored, StringBuilder json) {
        if (fields != null) {
            json.append(DocumentJson.write(tree(stored)));
            return;
        }
        var text = text(stored);
        var start = "{\"id\":\"".length() + stored.id().length() + "\",".length();
        json.append(text, 0, start)
                .append("\"status\":\"")
                .append(status(stored))
                .append("\",")
                .append(text, start, text.length());
    }

    /** Returns the document as a tree of the returned fields. */
    ObjectNode tree(StoredDocument stored) {
        var document = DocumentJson.stored(text(stored));
        document.put("status", status(stored));
        var shown = document.objectNode();
        for (var field : fields(type)) {
            if (fields == null || fields.contains(field)) {
                shown.set(field, document.get(field));
            }
        }
        return shown;
    }

    private String text(StoredDocument stored) {
        var text = stored.document();
        if (text == null) {
            throw new IllegalArgumentException("a retraction has no document");
        }
        return validAt == null ? text : views.on(validAt, type, stored, text);
    }

    private String status(StoredDocument stored) {
        return EnumValues.of(stored.status(day));
    }
}
