package org.mandateatlas.gateway.compose;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The names that services include with documents: of each document that is referred to, by {@code stream/id}. */
public final class ReferenceNames {

    /** The parameter with its value that makes a service include them. */
    public static final String INCLUDE = "include=referenceNames";

    /** The field that has them. */
    public static final String FIELD = "referenceNames";

    private ReferenceNames() {}

    /** Returns the ids of the streams' documents that the response names. */
    public static List<String> ids(JsonNode response, Set<String> streams) {
        return response.path(FIELD).properties().stream()
                .map(name -> name.getKey().split("/", 2))
                .filter(name -> streams.contains(name[0]))
                .map(name -> name[1])
                .toList();
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
