package org.mandateatlas.contract;

import static org.mandateatlas.contract.Documents.REFERENCE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Completes the document of the gateway with what its operations have in common: that a request may be invalid, that the first media
 * type is the default, and that all fields are always present. References to date types become formats.
 */
final class GatewayDocument {

    private static final Set<String> WITH_OPTIONAL_FIELDS = Set.of("Violation", "ApiCatalogEntry");
    private static final Map<String, String> FORMATS =
            Map.of(Documents.SCHEMAS + "Instant", "date-time", Documents.SCHEMAS + "LocalDate", "date");
    private static final List<String> DATE_TYPES = List.of("Instant", "LocalDate");

    private GatewayDocument() {}

    /** Returns the completed document. */
    static ObjectNode complete(ObjectNode document) {
        for (var operation : Documents.operations(document)) {
            var responses = operation.node().withObject("/responses");
            if (!responses.has("400")) {
                responses.putObject("400").put(REFERENCE, "#/components/responses/BadRequest");
            }
            responses.forEach(GatewayDocument::keepDefault);
        }
        var schemas = document.withObject("/components/schemas");
        for (var schema : schemas.properties()) {
            if (!schema.getValue().has("required") && !WITH_OPTIONAL_FIELDS.contains(schema.getKey())) {
                require((ObjectNode) schema.getValue());
            }
        }
        Documents.visit(document, GatewayDocument::tidy);
        schemas.remove(DATE_TYPES);
        return document;
    }

    /** The other media types are available by {@code Accept} and described in prose. */
    private static void keepDefault(JsonNode response) {
        if (response.get("content") instanceof ObjectNode content && !content.isEmpty()) {
            content.retain(content.fieldNames().next());
        }
    }

    private static void require(ObjectNode schema) {
        if (schema.path("properties").isObject()) {
            var required = schema.putArray("required");
            schema.get("properties").fieldNames().forEachRemaining(required::add);
        }
    }

    /** Replaces references to date types, and removes the types beside other references and choices. */
    private static void tidy(ObjectNode schema) {
        var type = schema.path("type");
        var reference = schema.path(REFERENCE).asText();
        if (FORMATS.containsKey(reference)) {
            schema.remove(REFERENCE);
            schema.put("format", FORMATS.get(reference)).put("type", "string");
        } else if (schema.has(REFERENCE) && has(type, "array")) {
            schema.remove(REFERENCE);
            schema.putObject("items").put(REFERENCE, reference);
        } else if (schema.has(REFERENCE) && has(type, "null")) {
            schema.remove(List.of(REFERENCE, "type"));
            var choices = schema.putArray("anyOf");
            choices.addObject().put(REFERENCE, reference);
            choices.addObject().put("type", "null");
        } else if (schema.get("anyOf") instanceof ArrayNode choices) {
            tidyChoices(schema, choices);
        } else if (schema.has(REFERENCE) || schema.has("oneOf")) {
            schema.remove("type");
        }
    }

    /** A choice between a date and null is a date that may be null. The dates themselves have been replaced. */
    private static void tidyChoices(ObjectNode schema, ArrayNode choices) {
        schema.remove("type");
        for (var choice : choices) {
            if (choice.has("format")) {
                schema.remove("anyOf");
                schema.set("format", choice.get("format"));
                schema.putArray("type").add("string").add("null");
                return;
            }
        }
    }

    private static boolean has(JsonNode type, String name) {
        if (type.isTextual()) {
            return type.textValue().equals(name);
        }
        for (var one : type) {
            if (one.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
