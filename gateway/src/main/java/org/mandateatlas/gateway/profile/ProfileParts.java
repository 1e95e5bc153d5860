package org.mandateatlas.gateway.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Times;
import org.mandateatlas.gateway.compose.Missing;
import org.mandateatlas.gateway.compose.PartialResult;
import org.mandateatlas.gateway.compose.ReferenceNames;

/**
 * The parts of a profile.
 *
 * @param times the two times
 * @param result the parts that were read
 * @param timeline the first page of the timeline
 * @param next the URL of the next page of each part that has one, by field
 * @param collections the collection of each stream
 */
record ProfileParts(
        Times times,
        PartialResult result,
        List<JsonNode> timeline,
        Map<String, String> next,
        Map<String, String> collections) {

    /** Returns a part that is a document; null when it is unavailable. */
    @Nullable JsonNode document(String name) {
        if (!result.has(name)) {
            return null;
        }
        var document = result.part(name);
        if (document.has(ReferenceNames.FIELD)) {
            ObjectNode copy = document.deepCopy();
            copy.remove(ReferenceNames.FIELD);
            return copy;
        }
        return document;
    }

    /** Returns a part that is a list of documents; null when it is unavailable. */
    @Nullable List<JsonNode> documents(String name) {
        if (!result.has(name)) {
            return null;
        }
        var documents = new ArrayList<JsonNode>();
        result.part(name).path("items").forEach(documents::add);
        return documents;
    }

    /** Returns the documents that were read one by one for a field, by id. */
    List<JsonNode> referred(String field) {
        var documents = new ArrayList<JsonNode>();
        new TreeMap<>(result.parts())
                .keySet().stream()
                        .filter(name -> name.startsWith(field + '#'))
                        .map(this::document)
                        .forEach(documents::add);
        return documents;
    }

    /** Returns the names of all documents that the parts refer to, by collection and id. */
    Map<String, Map<String, String>> names() {
        var names = new TreeMap<String, Map<String, String>>();
        new TreeMap<>(result.parts()).values().forEach(part -> ReferenceNames.add(names, part, collections));
        return names;
    }

    List<Missing> missing() {
        return result.missing();
    }

    String position() {
        return result.position().toString();
    }
}
