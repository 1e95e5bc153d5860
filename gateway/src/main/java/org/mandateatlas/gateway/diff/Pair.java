package org.mandateatlas.gateway.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.document.Document;
import org.mandateatlas.gateway.document.Subjects;

/**
 * A document that is not the same on both sides.
 *
 * @param before as it was; null when it was not there
 * @param after as it is; null when it is no longer there
 * @param fields what differs, when it is on both sides
 */
record Pair(@Nullable Document before, @Nullable Document after, List<FieldChange> fields) {

    private static final String VERSION = "version";

    /** Returns the documents of a collection that differ, in the order of ids. */
    static List<Pair> differing(String collection, List<JsonNode> before, List<JsonNode> after) {
        var earlier = byId(collection, before);
        var later = byId(collection, after);
        var ids = new TreeSet<>(earlier.keySet());
        ids.addAll(later.keySet());
        var pairs = new ArrayList<Pair>();
        for (String id : ids) {
            Document one = earlier.get(id);
            Document other = later.get(id);
            List<FieldChange> fields = one == null || other == null
                    ? List.of()
                    : FieldChanges.between(one.fact().json(), other.fact().json());
            if (one == null
                    || other == null
                    || !fields.isEmpty()
                    || !version(one).equals(version(other))) {
                pairs.add(new Pair(one, other, fields));
            }
        }
        return pairs;
    }

    private static TreeMap<String, Document> byId(String collection, List<JsonNode> items) {
        var documents = new TreeMap<String, Document>();
        for (JsonNode item : items) {
            Document document = Document.of(collection, item);
            documents.put(document.id(), document);
        }
        return documents;
    }

    private static JsonNode version(Document document) {
        return document.fact().json().path(VERSION);
    }

    /** Returns the document as it is now, or else as it was. */
    Document latest() {
        return Objects.requireNonNull(after == null ? before : after);
    }

    /** Returns its address below {@code /v1}. */
    String path() {
        return latest().collection() + '/' + latest().id();
    }

    /** Tells whether it was recorded once and never again. */
    boolean isFirstVersion() {
        return version(latest()).asInt() == 1;
    }

    /** Returns whom and what it is about, on either side. */
    Subjects about() {
        Subjects about = Subjects.of(latest());
        return before == null ? about : about.and(Subjects.of(before));
    }

    /** Returns where what differs stands: the citations of the items that changed, or else of the whole. */
    List<JsonNode> citations() {
        var citations = new ArrayList<JsonNode>();
        for (FieldChange field : fields) {
            citationsIn(field.before(), citations);
            citationsIn(field.after(), citations);
        }
        return citations.isEmpty()
                ? latest().fact().citations()
                : citations.stream().distinct().toList();
    }

    private static void citationsIn(JsonNode node, List<JsonNode> citations) {
        node.findValues("citations").forEach(list -> list.forEach(citations::add));
    }
}
