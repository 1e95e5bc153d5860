package org.mandateatlas.registry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of a document with its kind.
 *
 * @param type the kind of document
 * @param id its id
 * @param text its stored text
 */
public record VersionedDocument(DocumentType<?> type, String id, String text) {

    /** Returns the document itself. */
    public Reference reference() {
        return Reference.to(type.stream(), id);
    }

    /** Returns the display names of documents on a day, or without one their present names. */
    public static Map<Reference, String> displayNames(List<VersionedDocument> documents, @Nullable LocalDate day) {
        var names = new HashMap<Reference, String>();
        documents.forEach(document -> names.put(document.reference(), document.displayName(day)));
        return names;
    }

    /** Returns its display name on a day, or without one its present name; a {@link NameTemplate}. */
    public String displayName(@Nullable LocalDate day) {
        return displayName(type, text, day);
    }

    private static <D extends Document> String displayName(DocumentType<D> type, String text, @Nullable LocalDate day) {
        return type.displayName(view(type, text, day));
    }

    /** Reads a document as it is on a day, or without one as it is stored. */
    public static <D extends Document> D view(DocumentType<D> type, String text, @Nullable LocalDate day) {
        var document = DocumentJson.stored(text, type.record());
        return day == null ? document : type.at(document, day);
    }

    /** Returns a document as it is on a day. */
    public static <D extends Document> D view(D document, LocalDate day) {
        return DocumentModel.at(document, day);
    }
}
