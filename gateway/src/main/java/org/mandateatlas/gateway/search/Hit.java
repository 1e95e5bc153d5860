package org.mandateatlas.gateway.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.mandateatlas.gateway.compose.Json;
import org.mandateatlas.gateway.document.Document;
import org.mandateatlas.gateway.document.Names;

/**
 * A document that was found.
 *
 * @param document the document
 * @param match how well it is what was typed
 */
record Hit(Document document, Match match) implements Comparable<Hit> {

    @Override
    public int compareTo(Hit other) {
        return place().compareTo(other.place());
    }

    /** Returns the hit as it stands in an answer; a capacity and a participation are called after others. */
    ObjectNode json(Typed typed, Names names) {
        ObjectNode json = Json.object()
                .put("collection", document.collection())
                .put("id", document.id())
                .put("name", document.name(names))
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

    /** Returns where the hit stands in the order. */
    HitPlace place() {
        return new HitPlace(match.score(), document.collection(), document.id());
    }
}
