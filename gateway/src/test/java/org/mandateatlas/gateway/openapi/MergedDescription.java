package org.mandateatlas.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The gateway's own description with those of the owners laid into it: paths, webhooks, components and tags are united, whatever is
 * said by both must be said alike, and every reference must lead somewhere.
 */
final class MergedDescription {

    private static final Map<String, String> ON_THE_WAY = new TreeMap<>(Map.of("503", "Unavailable", "504", "Late"));
    private static final Map<String, String> LIMITS =
            new TreeMap<>(Map.of("414", "AddressTooLong", "429", "TooManyRequests", "431", "HeadersTooLarge"));

    private final ObjectNode merged;

    private MergedDescription(ObjectNode merged) {
        this.merged = merged;
    }

    static ObjectNode of(ObjectNode gateway, List<ObjectNode> owners) {
        var description = new MergedDescription(gateway.deepCopy());
        owners.forEach(description::add);
        description.limit();
        description.sortResponses();
        description.requireUnique("operationId");
        description.requireReferencesToLeadSomewhere();
        return description.merged;
    }

    private void add(ObjectNode described) {
        ObjectNode owner = described.deepCopy();
        spellOutSecurity(owner);
        addWhatMayComeBetween(owner);
        unite(merged.withObject("/paths"), owner.path("paths"), "/paths");
        if (owner.has("webhooks")) {
            unite(merged.withObject("/webhooks"), owner.path("webhooks"), "/webhooks");
        }
        for (Map.Entry<String, JsonNode> section : owner.path("components").properties()) {
            String place = "/components/" + section.getKey();
            unite(merged.withObject(place), section.getValue(), place);
        }
        ArrayNode tags = merged.withArray("/tags");
        owner.path("tags").forEach(tags::add);
    }

    /** What an owner requires of all its operations would be lost, or hold for all of the others, at the top of the merge. */
    private static void spellOutSecurity(ObjectNode owner) {
        JsonNode security = owner.path("security");
        for (JsonNode path : owner.path("paths")) {
            for (JsonNode operation : path) {
                if (operation instanceof ObjectNode node && node.has("responses") && !security.isMissingNode()) {
                    node.putIfAbsent("security", security);
                }
            }
        }
    }

    /** What is asked of an owner may be refused or fail on the way there. */
    private void addWhatMayComeBetween(ObjectNode owner) {
        for (Map.Entry<String, JsonNode> path : owner.path("paths").properties()) {
            for (JsonNode operation : path.getValue()) {
                if (path.getKey().startsWith("/v1/") && operation.path("responses") instanceof ObjectNode responses) {
                    addKnown(ON_THE_WAY, responses);
                }
            }
        }
    }

    private void addKnown(Map<String, String> namesByStatus, ObjectNode responses) {
        JsonNode known = merged.at("/components/responses");
        namesByStatus.forEach((status, name) -> {
            if (known.has(name)) {
                responses.putIfAbsent(status, responses.objectNode().put("$ref", "#/components/responses/" + name));
            }
        });
    }

    private void sortResponses() {
        for (JsonNode path : merged.path("paths")) {
            for (JsonNode operation : path) {
                if (operation.path("responses") instanceof ObjectNode responses) {
                    sort(responses);
                }
            }
        }
    }

    private static void sort(ObjectNode node) {
        var sorted = new TreeMap<String, JsonNode>();
        node.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
        node.removeAll();
        node.setAll(sorted);
    }

    private static void unite(ObjectNode known, JsonNode added, String place) {
        for (Map.Entry<String, JsonNode> member : added.properties()) {
            JsonNode before = known.get(member.getKey());
            if (before != null && !before.equals(member.getValue())) {
                throw new IllegalStateException("Two descriptions differ at " + place + "/" + member.getKey());
            }
            known.set(member.getKey(), member.getValue());
        }
    }

    /** What the gateway limits, and tells of its limits, is the same for everything below {@code /v1}, whoever answers. */
    private void limit() {
        if (merged.at("/components/headers/RateLimit").isMissingNode()) {
            return;
        }
        for (Map.Entry<String, JsonNode> path : merged.path("paths").properties()) {
            if (path.getKey().startsWith("/v1/")) {
                path.getValue().forEach(this::limit);
            }
        }
    }

    private void limit(JsonNode operation) {
        if (!(operation.path("responses") instanceof ObjectNode responses)) {
            return;
        }
        for (Map.Entry<String, JsonNode> response : responses.properties()) {
            if (response.getKey().startsWith("2")
                    && response.getValue() instanceof ObjectNode node
                    && !node.has("$ref")) {
                ObjectNode headers = node.withObject("/headers");
                headers.withObject("/RateLimit").put("$ref", "#/components/headers/RateLimit");
                headers.withObject("/RateLimit-Policy").put("$ref", "#/components/headers/RateLimitPolicy");
            }
        }
        addKnown(LIMITS, responses);
    }

    private void requireUnique(String field) {
        var seen = new TreeSet<String>();
        for (String place : List.of("paths", "webhooks")) {
            for (String value : merged.path(place).findValuesAsText(field)) {
                if (!seen.add(value)) {
                    throw new IllegalStateException("Two operations have the " + field + " " + value);
                }
            }
        }
    }

    private void requireReferencesToLeadSomewhere() {
        for (String reference : merged.findValuesAsText("$ref")) {
            if (!reference.startsWith("#/") || merged.at(reference.substring(1)).isMissingNode()) {
                throw new IllegalStateException("Nothing is at " + reference);
            }
        }
    }
}
