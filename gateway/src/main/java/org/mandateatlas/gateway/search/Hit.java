package org.mandateatlas.gateway.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.mandateatlas.gateway.compose.Json;
import org.mandateatlas.gateway.document.Document;
import org.mandateatlas.gateway.document.Names;
import org.mandateatlas.gateway.reading.Cursor;

/**
 * A document that was found.
 *
 * @param document the document
 * @param match how well it is what was typed
 */
record Hit(Document document, Match match) implements Comparable<Hit> {

    private static final Comparator<Hit> ORDER = Comparator.comparingDouble((Hit hit) -> -hit.match.score())
            .thenComparingInt(hit -> Passages.rank(hit.document.collection()))
            .thenComparing(hit -> hit.document.id());

    @Override
    public int compareTo(Hit other) {
        return ORDER.compare(this, other);
    }

    /** Returns the hit as it stands in an answer. */
    ObjectNode json(Typed typed) {
        ObjectNode json = Json.object()
                .put("collection", document.collection())
                .put("id", document.id())
                .put("name", document.name(Names.UNKNOWN))
                .put("abbreviation", document.fact().text("abbreviation"))
                .put("status", document.fact().text("status"))
                .put("score", match.score());
        json.putObject("matched")
                .put("field", match.passage().pointer())
                .put("value", match.passage().text());
        json.put("highlight", Highlight.of(typed, match.passage()));
        json.set("validity", document.fact().within("validity").json());
        return json;
    }

    /** Returns the hit as it stands among suggestions. */
    ObjectNode suggestion(Typed typed) {
        return Json.object()
                .put("collection", document.collection())
                .put("id", document.id())
                .put(
                        "name",
                        Objects.requireNonNullElse(
                                document.ownName(), match.passage().text()))
                .put("abbreviation", document.fact().text("abbreviation"))
                .put("highlight", Highlight.of(typed, match.passage()));
    }

    /** Returns what the hit is found by in the order. */
    List<String> place() {
        return List.of(Double.toString(match.score()), document.collection(), document.id());
    }

    /** Tells whether the hit comes after where a page ended. */
    boolean isAfter(Cursor cursor) {
        List<String> place = cursor.place();
        if (place.size() != place().size()) {
            throw Cursor.refused();
        }
        int score = Double.compare(Double.parseDouble(place.getFirst()), match.score());
        int rank = Integer.compare(Passages.rank(document.collection()), Passages.rank(place.get(1)));
        int order = score == 0 ? rank : score;
        return order == 0 ? document.id().compareTo(place.get(2)) > 0 : order > 0;
    }
}
