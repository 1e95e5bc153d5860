package org.mandateatlas.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
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
    private static final String SECURITY_SCHEMES = "/components/securitySchemes";
    private static final String SUBSCRIPTIONS = "/v1/subscriptions";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final ObjectNode merged;

    private ApiDescription(ObjectNode merged) {
        this.merged = merged;
    }

    static ObjectNode of(
            ObjectNode frame,
            List<ObjectNode> documents,
            Map<String, String> collectionsByStream,
            List<Example> examples) {
        var description = new ApiDescription(frame.deepCopy());
        description.completeProblems();
        documents.forEach(description::add);
        description.nameStreams(new TreeMap<>(collectionsByStream));
        description.stateRoles();
        SchemaForm.apply(description.merged);
        Examples.addTo(description.merged, examples);
        SharedParts.extract(description.merged);
        Components.removeUnused(description.merged);
        description.sortResponses();
        description.requireUniqueOperationIds();
        description.requireReferencesToResolve();
        return description.merged;
    }

    /** All responses that the frame defines are problem documents, except that to an unchanged resource. */
    private void completeProblems() {
        for (var response : merged.at("/components/responses").properties()) {
            if (response.getKey().equals("NotModified")) {
                continue;
            }
            ((ObjectNode) response.getValue())
                    .putObject("content")
                    .putObject("application/problem+json")
                    .putObject("schema")
                    .put(REFERENCE, "#/components/schemas/Problem");
        }
    }

    private void add(ObjectNode original) {
        var document = original.deepCopy();
        removeInternalOperations(document);
        Components.removeUnused(document, unresolvedReferences());
        Components.removeUnusedTags(document);
        inlineSecurity(document);
        unite(merged.withObject("/paths"), document.path("paths"), "/paths");
        if (document.has("webhooks")) {
            unite(merged.withObject("/webhooks"), document.path("webhooks"), "/webhooks");
        }
        for (var section : document.path("components").properties()) {
            var place = "/components/" + section.getKey();
            if (place.equals(SECURITY_SCHEMES) && merged.at(place).isObject()) {
                continue; // the frame describes it
            }
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

    /** Moves the security requirement of a whole document to its operations, so that it does not apply to those of others. */
    private static void inlineSecurity(ObjectNode document) {
        var security = document.path("security");
        if (!security.isMissingNode()) {
            operations(document.path("paths")).forEach(operation -> operation.putIfAbsent("security", security));
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

    /** Operations with a security requirement state the role. */
    private void stateRoles() {
        for (var operation : Documents.operations(merged)) {
            if (operation.node().path("security").size() > 0) {
                var roles = operation.path().startsWith(SUBSCRIPTIONS)
                        ? "the role `subscriber` or `curator`"
                        : "the role `curator`";
                var description = operation.node().path("description").asText();
                operation.node().put("description", (description + " Requires a token with " + roles + ".").strip());
            }
        }
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
