package org.mandateatlas.registry.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.StoredDocument;

/**
 * Renders a stored document: unchanged with its status inserted after the id, as of a day, or with selected fields.
 *
 * @param type the kind of document
 * @param validAt the valid time, or null
 * @param day the day that the status refers to
 * @param fields the fields to return, or null for all
 */
record DocumentRenderer(
        DocumentType<?> type,
        @Nullable LocalDate validAt,
        LocalDate day,
        @Nullable Set<String> fields) {

    static DocumentRenderer of(
            DocumentType<?> type, @Nullable LocalDate validAt, LocalDate today, List<String> fields) {
        return new DocumentRenderer(
                type, validAt, validAt == null ? today : validAt, fields.isEmpty() ? null : chosen(type, fields));
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

    /** Returns the document's JSON. */
    String json(StoredDocument stored) {
        var text = stored.document();
        if (text == null) {
            throw new IllegalArgumentException("a retraction has no document");
        }
        if (validAt == null && fields == null) {
            var start = "{\"id\":\"" + stored.id() + "\",";
            return start + "\"status\":\"" + status(stored) + "\"," + text.substring(start.length());
        }
        return DocumentJson.write(tree(stored, text));
    }

    /** Returns the document as a tree of the returned fields. */
    ObjectNode tree(StoredDocument stored) {
        var text = stored.document();
        if (text == null) {
            throw new IllegalArgumentException("a retraction has no document");
        }
        return tree(stored, text);
    }

    private ObjectNode tree(StoredDocument stored, String text) {
        var document = validAt == null ? DocumentJson.stored(text) : on(validAt, text, type);
        document.put("status", status(stored));
        var shown = document.objectNode();
        for (var field : fields(type)) {
            if (fields == null || fields.contains(field)) {
                shown.set(field, document.get(field));
            }
        }
        return shown;
    }

    private static <D extends Document> ObjectNode on(LocalDate day, String text, DocumentType<D> type) {
        return DocumentJson.tree(type.at(DocumentJson.stored(text, type.record()), day));
    }

    private String status(StoredDocument stored) {
        return EnumValues.of(stored.status(day));
    }
}
