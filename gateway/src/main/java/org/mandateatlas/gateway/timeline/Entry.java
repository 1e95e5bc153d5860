package org.mandateatlas.gateway.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import org.mandateatlas.gateway.compose.Json;
import org.mandateatlas.gateway.document.Subjects;

/**
 * One dated thing that a document tells of.
 *
 * @param date when it happened
 * @param collection the collection of the document
 * @param id the document
 * @param place which of the entries of its document it is
 * @param name what the document is called
 * @param event what happened
 * @param text the same in a short sentence
 * @param about whom and what it is about
 * @param citations where that stands
 */
public record Entry(
        PartialDate date,
        String collection,
        String id,
        int place,
        String name,
        Happening event,
        String text,
        Subjects about,
        List<JsonNode> citations)
        implements Comparable<Entry> {

    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::date)
            .thenComparing(Entry::collection)
            .thenComparing(Entry::id)
            .thenComparingInt(Entry::place);

    @Override
    public int compareTo(Entry other) {
        return ORDER.compare(this, other);
    }

    /** Returns the entry as it stands in an answer. */
    public ObjectNode json() {
        ObjectNode json = Json.object()
                .put("date", date.text())
                .put("collection", collection)
                .put("id", id)
                .put("name", name)
                .put("event", event.word())
                .put("text", text);
        about.institutions().forEach(json.putArray("institutions")::add);
        about.functions().forEach(json.putArray("functions")::add);
        about.processes().forEach(json.putArray("processes")::add);
        citations.forEach(json.putArray("citations")::add);
        return json;
    }
}
