package org.mandateatlas.gateway.subscription;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.mandateatlas.feed.ChangeFilter;

/**
 * Which changes a subscription wants, as its owner says it. What is empty wants all.
 *
 * @param types types of events; a {@code *} stands for any characters
 * @param streams streams
 * @param institutions ids of institutions that the document names or is
 * @param functions ids of functions that the document names or is
 * @param subjects ids of documents
 */
public record SubscriptionFilter(
        List<String> types,
        List<String> streams,
        List<String> institutions,
        List<String> functions,
        List<String> subjects) {

    static final String TYPES = "types";
    static final String STREAMS = "streams";
    static final String INSTITUTIONS = "institutions";
    static final String FUNCTIONS = "functions";
    static final String SUBJECTS = "subjects";

    /** Returns what it lets through. */
    public ChangeFilter toChangeFilter() {
        return ChangeFilter.of(types, streams, institutions, functions, subjects);
    }

    JsonObject toJson() {
        return new JsonObject()
                .put(TYPES, new JsonArray(types))
                .put(STREAMS, new JsonArray(streams))
                .put(INSTITUTIONS, new JsonArray(institutions))
                .put(FUNCTIONS, new JsonArray(functions))
                .put(SUBJECTS, new JsonArray(subjects));
    }

    /** Reads it as it is kept. */
    public static SubscriptionFilter of(JsonObject stored) {
        return new SubscriptionFilter(
                texts(stored, TYPES),
                texts(stored, STREAMS),
                texts(stored, INSTITUTIONS),
                texts(stored, FUNCTIONS),
                texts(stored, SUBJECTS));
    }

    private static List<String> texts(JsonObject stored, String field) {
        return stored.getJsonArray(field).stream().map(String.class::cast).toList();
    }
}
