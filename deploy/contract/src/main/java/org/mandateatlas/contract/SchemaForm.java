package org.mandateatlas.contract;

import static org.mandateatlas.contract.Documents.REFERENCE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings the schemas of a document into the form that generators understand best: a nullable scalar is a list of types, a nullable
 * reference to an object or enum is a choice, a single value is a constant, and whatever has properties is an object.
 */
final class SchemaForm {

    private static final String ENUM_DESCRIPTIONS = "x-enum-descriptions";
    private static final String NULL = "null";
    private static final String SUBSCRIPTIONS = "/v1/subscriptions";
    private static final String TEXT = "\\S";
    private static final int MOST_ITEMS = 1000;

    private final ObjectNode document;

    private SchemaForm(ObjectNode document) {
        this.document = document;
    }

    /** Changes the schemas of a document. */
    static void apply(ObjectNode document) {
        var form = new SchemaForm(document);
        Documents.visit(document, form::complete);
        form.nameEnums();
        form.constrainTexts();
        form.markStreams();
    }

    /** Clients receive texts as strings, and what is neither JSON nor text as bytes. */
    private void markStreams() {
        for (var operation : Documents.operations(document)) {
            for (var response : operation.node().path("responses")) {
                for (var content : response.path("content").properties()) {
                    if (!content.getKey().endsWith("json") && content.getValue() instanceof ObjectNode media) {
                        var description = media.at("/schema/description");
                        var schema = media.putObject("schema").put("type", "string");
                        if (!content.getKey().startsWith("text/")) {
                            schema.put("format", "binary");
                        }
                        schema.set("description", description.isTextual() ? description : response.path("description"));
                    }
                }
            }
        }
    }

    /** The enums of properties are schemas, so that clients have one type for each. */
    private void nameEnums() {
        if (!(document.at("/components/schemas") instanceof ObjectNode schemas)) {
            return;
        }
        for (var owner : List.copyOf(schemas.properties())) {
            for (var property : owner.getValue().path("properties").properties()) {
                if (property.getValue() instanceof ObjectNode schema
                        && schema.path("enum").size() > 1) {
                    var values = schema.remove("enum");
                    var name = nameOf(schemas, values, owner.getKey() + capitalized(property.getKey()));
                    var named = schemas.withObject("/" + name).put("type", "string");
                    named.set("enum", values);
                    named.putIfAbsent("description", schema.path("description"));
                    var descriptions = schema.remove(ENUM_DESCRIPTIONS);
                    if (descriptions != null) {
                        named.putIfAbsent(ENUM_DESCRIPTIONS, descriptions);
                    }
                    schema.remove("type");
                    schema.put(REFERENCE, Documents.SCHEMAS + name);
                }
            }
        }
    }

    private static String nameOf(ObjectNode schemas, JsonNode values, String otherwise) {
        return schemas.properties().stream()
                .filter(schema -> schema.getValue().path("enum").equals(values))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(otherwise);
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private void complete(ObjectNode schema) {
        if (schema.path("properties").isObject() && !schema.has("type")) {
            schema.put("type", "object");
        }
        if (schema.path("enum").isArray() && schema.path("enum").size() == 1) {
            schema.set("const", schema.remove("enum").get(0));
        }
        for (var choice : List.of("anyOf", "oneOf")) {
            if (schema.path(choice).size() == 2) {
                completeNullable(schema, choice);
            }
        }
    }

    private void completeNullable(ObjectNode schema, String choice) {
        JsonNode other = null;
        var nullable = false;
        for (var alternative : schema.get(choice)) {
            if (alternative.path("type").asText().equals(NULL)) {
                nullable = true;
            } else {
                other = alternative;
            }
        }
        if (!nullable || other == null) {
            return;
        }
        var target = Documents.resolved(document, other);
        if (isScalar(target)) {
            schema.remove(choice);
            var merged = target.deepCopy();
            ((ObjectNode) merged).setAll(schema);
            schema.setAll((ObjectNode) merged);
            var types = schema.putArray("type");
            types.add(target.get("type")).add(NULL);
        } else {
            schema.remove(choice);
            schema.remove("type");
            schema.putArray("anyOf").add(other).addObject().put("type", NULL);
        }
    }

    private static boolean isScalar(JsonNode schema) {
        return schema.path("type").isTextual()
                && !schema.has("enum")
                && !Set.of("object", "array").contains(schema.get("type").asText());
    }

    /** The texts of documents are not blank, and their lists are limited. */
    private void constrainTexts() {
        for (var name : schemasOfDocuments()) {
            Documents.visit(document.at("/components/schemas/" + name), SchemaForm::constrain);
        }
    }

    private static void constrain(ObjectNode schema) {
        var type = schema.path("type");
        if (has(type, "string")
                && List.of("enum", "const", "pattern", "format", "contentEncoding").stream()
                        .noneMatch(schema::has)) {
            schema.put("minLength", 1).put("pattern", TEXT);
        }
        if (has(type, "array") && !schema.has("maxItems")) {
            schema.put("maxItems", MOST_ITEMS);
        }
    }

    private static boolean has(JsonNode type, String name) {
        if (type instanceof ArrayNode types) {
            for (var one : types) {
                if (one.asText().equals(name)) {
                    return true;
                }
            }
        }
        return type.asText().equals(name);
    }

    private Set<String> schemasOfDocuments() {
        var names = new LinkedHashSet<String>();
        var open = new ArrayDeque<String>();
        Documents.operations(document).stream()
                .filter(operation -> !operation.path().startsWith(SUBSCRIPTIONS))
                .forEach(operation -> open.addAll(references(operation.node().path("requestBody"))));
        while (!open.isEmpty()) {
            var reference = open.pop();
            if (reference.startsWith(Documents.SCHEMAS) && names.add(reference.substring(Documents.SCHEMAS.length()))) {
                open.addAll(references(document.at(reference.substring(1))));
            }
        }
        return names;
    }

    private static List<String> references(JsonNode node) {
        return node.findValuesAsText(REFERENCE);
    }
}
