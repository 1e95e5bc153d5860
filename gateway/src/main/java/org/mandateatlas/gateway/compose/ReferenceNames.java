package org.mandateatlas.gateway.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The names that services include with documents: of each document that is referred to, by collection and id. */
public final class ReferenceNames {

    /** The parameter with its value that makes a service include them. */
    public static final String INCLUDE = "include=referenceNames";

    /** The field that has them. */
    public static final String FIELD = "referenceNames";

    private ReferenceNames() {}

    /** Returns the ids of the documents of a collection whose names a response includes. */
    public static List<String> ids(JsonNode response, String collection) {
        var ids = new ArrayList<String>();
        response.path(FIELD).path(collection).fieldNames().forEachRemaining(ids::add);
        return ids;
    }

    /** Adds the names in a response to those of other responses. */
    public static void add(ObjectNode names, JsonNode response) {
        for (var collection : response.path(FIELD).properties()) {
            var known = names.withObjectProperty(collection.getKey());
            for (var name : collection.getValue().properties()) {
                if (!known.hasNonNull(name.getKey())) {
                    known.set(name.getKey(), name.getValue());
                }
            }
        }
    }
}
