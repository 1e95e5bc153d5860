package org.mandateatlas.gateway.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The names that services include with documents: of each document that is referred to, by {@code stream/id}. */
public final class ReferenceNames {

    /** The parameter with its value that makes a service include them. */
    public static final String INCLUDE = "include=referenceNames";

    /** The field that has them. */
    public static final String FIELD = "referenceNames";

    private ReferenceNames() {}

    /** Returns the ids of a stream's documents that the response names. */
    public static List<String> ids(JsonNode response, String stream) {
        var ids = new ArrayList<String>();
        for (var name : response.path(FIELD).properties()) {
            if (name.getKey().startsWith(stream + '/')) {
                ids.add(name.getKey().substring(stream.length() + 1));
            }
        }
        return ids;
    }

    /** Adds the names in a response to those of other responses. */
    static void add(ObjectNode names, JsonNode response) {
        for (var name : response.path(FIELD).properties()) {
            if (!names.hasNonNull(name.getKey())) {
                names.set(name.getKey(), name.getValue());
            }
        }
    }

    /**
     * Adds the names in a response to others, by collection and id.
     *
     * @param collections the collection of each stream
     */
    public static void add(Map<String, Map<String, String>> names, JsonNode response, Map<String, String> collections) {
        for (var name : response.path(FIELD).properties()) {
            var slash = name.getKey().indexOf('/');
            var collection = collections.get(name.getKey().substring(0, Math.max(0, slash)));
            if (collection != null && name.getValue().isTextual()) {
                names.computeIfAbsent(collection, any -> new TreeMap<>())
                        .putIfAbsent(
                                name.getKey().substring(slash + 1),
                                name.getValue().textValue());
            }
        }
    }
}
