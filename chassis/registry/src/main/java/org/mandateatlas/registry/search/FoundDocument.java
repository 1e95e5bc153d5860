package org.mandateatlas.registry.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.base.time.Validity.Status;
import org.mandateatlas.registry.DisplayNames;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.VersionedDocument;
import org.mandateatlas.registry.search.SearchResults.Result;

/**
 * A search result. The query matches texts of any date; the result shows the document on validAt.
 *
 * @param type the kind of document
 * @param order its place
 * @param displayName its display name, a template
 * @param abbreviation the abbreviation of the name; null if it has none
 * @param status whether it is planned, current, unconfirmed or ended
 * @param validity its validity
 * @param passages the texts that it is found by
 */
record FoundDocument(
        DocumentType<?> type,
        SearchOrder order,
        String displayName,
        @Nullable String abbreviation,
        Status status,
        Validity validity,
        Passages passages) {

    static <D extends Document> FoundDocument of(
            DocumentType<D> type, Result result, @Nullable LocalDate validAt, LocalDate day) {
        var text = Objects.requireNonNull(result.document().document());
        var document = DocumentJson.stored(text, type.record());
        var view = validAt == null ? document : VersionedDocument.view(type, text, validAt);
        return new FoundDocument(
                type,
                result.order(),
                type.displayName(view),
                abbreviation(DocumentJson.tree(view).path("abbreviation")),
                result.document().status(day),
                document.validity(),
                Passages.of(type, document));
    }

    private static @Nullable String abbreviation(JsonNode text) {
        return text.textValue();
    }

    SearchHit hit(SearchPhrase phrase, DisplayNames names) {
        var passage = Match.best(phrase, passages).orElseGet(passages::first);
        return new SearchHit(
                order.toString(),
                type.collection(),
                order.id(),
                names.fill(displayName),
                abbreviation,
                status,
                order.tier().score(),
                new SearchHit.Matched(passage.pointer(), passage.text()),
                Highlight.of(phrase, passage),
                validity);
    }

    /** A document that is called after others is suggested by the name that matches. */
    NameSuggestion suggestion(SearchPhrase phrase, DisplayNames names) {
        var match = Match.bestName(phrase, passages.names());
        return new NameSuggestion(
                order.toString(),
                type.collection(),
                order.id(),
                type.hasOwnName() || match.isEmpty()
                        ? names.fill(displayName)
                        : match.get().text(),
                abbreviation,
                Highlight.of(phrase, match.orElseGet(passages::first)));
    }
}
