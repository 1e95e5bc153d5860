package org.mandateatlas.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The API description of the suite: a frame with the documents of the gateway and the services merged into it. Paths, webhooks,
 * components and tags are united; parts that two documents define must be equal, and every reference must resolve. Operations
 * with {@code x-internal: true} and unused components and tags are omitted.
 */
final class ApiDescription {

    private static final String REFERENCE = "$ref";
    private static final String RESPONSES = "#/components/responses/";
    private static final Map<String, String> PROXY_RESPONSES =
            new TreeMap<>(Map.of("503", "Unavailable", "504", "Late"));
    private static final Map<String, String> LIMIT_RESPONSES =
            new TreeMap<>(Map.of("414", "AddressTooLong", "429", "TooManyRequests", "431", "HeadersTooLarge"));
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final ObjectNode merged;

    private ApiDescription(ObjectNode merged) {
        this.merged = merged;
    }

    static ObjectNode of(ObjectNode frame, List<ObjectNode> documents, Map<String, String> collectionsByStream) {
        var description = new ApiDescription(frame.deepCopy());
        description.completeProblems();
        documents.forEach(description::add);
        description.nameStreams(new TreeMap<>(collectionsByStream));
        description.addLimits();
        description.sortResponses();
        description.requireUniqueOperationIds();
        description.requireReferencesToResolve();
        return description.merged;
    }

    /** All responses that the frame defines are problem documents. */
    private void completeProblems() {
        for (JsonNode response : merged.at("/components/responses")) {
            ((ObjectNode) response)
                    .putObject("content")
                    .putObject("application/problem+json")
                    .putObject("schema")
                    .put(REFERENCE, "#/components/schemas/Problem");
        }
    }

    private void add(ObjectNode original) {
        var document = original.deepCopy();
        removeInternalOperations(document);
        removeUnusedComponents(document);
        removeUnusedTags(document);
        inlineSecurity(document);
        addProxyResponses(document);
        unite(merged.withObject("/paths"), document.path("paths"), "/paths");
        if (document.has("webhooks")) {
            unite(merged.withObject("/webhooks"), document.path("webhooks"), "/webhooks");
        }
        for (var section : document.path("components").properties()) {
            var place = "/components/" + section.getKey();
            unite(merged.withObject(place), section.getValue(), place);
        }
        document.path("tags").forEach(this::addTag);
    }

    private static void removeInternalOperations(ObjectNode document) {
        if (!(document.path("paths") instanceof ObjectNode paths)) {
            return;
        }
        var empty = new ArrayList<String>();
        for (var path : paths.properties()) {
            METHODS.stream()
                    .filter(method ->
                            path.getValue().path(method).path("x-internal").asBoolean())
                    .forEach(((ObjectNode) path.getValue())::remove);
            if (METHODS.stream().noneMatch(path.getValue()::has)) {
                empty.add(path.getKey());
            }
        }
        paths.remove(empty);
    }

    private static void removeUnusedTags(ObjectNode document) {
        var used = new TreeSet<String>();
        operations(document.path("paths"))
                .forEach(operation -> operation.path("tags").forEach(tag -> used.add(tag.asText())));
        operations(document.path("webhooks"))
                .forEach(operation -> operation.path("tags").forEach(tag -> used.add(tag.asText())));
        if (document.path("tags").isArray()) {
            document.withArray("/tags")
                    .removeIf(tag -> !used.contains(tag.path("name").asText()));
        }
    }

    private void removeUnusedComponents(ObjectNode document) {
        var used = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(unresolvedReferences());
        open.addAll(document.path("paths").findValuesAsText(REFERENCE));
        open.addAll(document.path("webhooks").findValuesAsText(REFERENCE));
        while (!open.isEmpty()) {
            var reference = open.pop();
            if (reference.startsWith("#/") && used.add(reference)) {
                open.addAll(document.at(reference.substring(1)).findValuesAsText(REFERENCE));
            }
        }
        for (var section : document.path("components").properties()) {
            if (!section.getKey().equals("securitySchemes") && section.getValue() instanceof ObjectNode components) {
                var unused = new ArrayList<String>();
                components.fieldNames().forEachRemaining(name -> {
                    if (!used.contains("#/components/" + section.getKey() + "/" + name)) {
                        unused.add(name);
                    }
                });
                components.remove(unused);
            }
        }
    }

    /** Moves the security requirement of a whole document to its operations, so that it does not apply to those of others. */
    private static void inlineSecurity(ObjectNode document) {
        var security = document.path("security");
        if (!security.isMissingNode()) {
            operations(document.path("paths")).forEach(operation -> operation.putIfAbsent("security", security));
        }
    }

    /** The gateway responds itself when it cannot reach a service in time. */
    private void addProxyResponses(ObjectNode document) {
        for (var path : document.path("paths").properties()) {
            if (path.getKey().startsWith("/v1/")) {
                path.getValue().forEach(operation -> addResponses(PROXY_RESPONSES, operation));
            }
        }
    }

    private void addResponses(Map<String, String> namesByStatus, JsonNode operation) {
        if (operation.path("responses") instanceof ObjectNode responses) {
            var known = merged.at("/components/responses");
            namesByStatus.forEach((status, name) -> {
                if (known.has(name)) {
                    responses.putIfAbsent(status, responses.objectNode().put(REFERENCE, RESPONSES + name));
                }
            });
        }
    }

    private void addTag(JsonNode tag) {
        var name = tag.path("name").asText();
        for (JsonNode known : merged.withArray("/tags")) {
            if (known.path("name").asText().equals(name)) {
                return;
            }
        }
        merged.withArray("/tags").add(tag);
    }

    private static void unite(ObjectNode known, JsonNode added, String place) {
        for (var member : added.properties()) {
            var before = known.get(member.getKey());
            if (before != null && !before.equals(member.getValue())) {
                throw new IllegalStateException("Two documents differ at " + place + "/" + member.getKey());
            }
            known.set(member.getKey(), member.getValue());
        }
    }

    /** The names of the streams are the values of the schema {@code StreamName}. */
    private void nameStreams(SortedMap<String, String> collectionsByStream) {
        if (merged.at("/components/schemas/StreamName") instanceof ObjectNode schema) {
            var names = schema.putArray("enum");
            var descriptions = schema.putArray("x-enum-descriptions");
            collectionsByStream.forEach((stream, collection) -> {
                names.add(stream);
                descriptions.add("The revisions of " + collection.replace('-', ' ') + ".");
            });
        }
    }

    /** Rate and size limits apply to everything below {@code /v1}. */
    private void addLimits() {
        if (merged.at("/components/headers/RateLimit").isMissingNode()) {
            return;
        }
        for (var path : merged.path("paths").properties()) {
            if (path.getKey().startsWith("/v1/")) {
                path.getValue().forEach(this::addLimits);
            }
        }
    }

    private void addLimits(JsonNode operation) {
        for (var response : operation.path("responses").properties()) {
            if (response.getKey().startsWith("2")
                    && response.getValue() instanceof ObjectNode node
                    && !node.has(REFERENCE)) {
                var headers = node.withObject("/headers");
                headers.withObject("/RateLimit").put(REFERENCE, "#/components/headers/RateLimit");
                headers.withObject("/RateLimit-Policy").put(REFERENCE, "#/components/headers/RateLimitPolicy");
            }
        }
        addResponses(LIMIT_RESPONSES, operation);
    }

    private void sortResponses() {
        for (ObjectNode operation : operations(merged.path("paths"))) {
            if (operation.path("responses") instanceof ObjectNode responses) {
                var sorted = new TreeMap<String, JsonNode>();
                responses.properties().forEach(response -> sorted.put(response.getKey(), response.getValue()));
                responses.removeAll();
                responses.setAll(sorted);
            }
        }
    }

    private void requireUniqueOperationIds() {
        var seen = new TreeSet<String>();
        for (String place : List.of("paths", "webhooks")) {
            for (String id : merged.path(place).findValuesAsText("operationId")) {
                if (!seen.add(id)) {
                    throw new IllegalStateException("Two operations have the operationId " + id);
                }
            }
        }
    }

    private void requireReferencesToResolve() {
        var unresolved = unresolvedReferences();
        if (!unresolved.isEmpty()) {
            throw new IllegalStateException("References do not resolve: " + String.join(", ", unresolved));
        }
    }

    private Set<String> unresolvedReferences() {
        var unresolved = new TreeSet<String>();
        for (String reference : merged.findValuesAsText(REFERENCE)) {
            if (!reference.startsWith("#/") || merged.at(reference.substring(1)).isMissingNode()) {
                unresolved.add(reference);
            }
        }
        return unresolved;
    }

    private static List<ObjectNode> operations(JsonNode paths) {
        var operations = new ArrayList<ObjectNode>();
        for (JsonNode path : paths) {
            for (var member : path.properties()) {
                if (METHODS.contains(member.getKey()) && member.getValue() instanceof ObjectNode operation) {
                    operations.add(operation);
                }
            }
        }
        return operations;
    }
}
