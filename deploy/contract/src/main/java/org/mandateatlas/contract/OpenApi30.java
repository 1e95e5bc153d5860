package org.mandateatlas.contract;

import static org.mandateatlas.contract.Documents.REFERENCE;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Converts a description from OpenAPI 3.1 to 3.0, for tools that do not support 3.1. */
final class OpenApi30 {

    private static final String VERSION = "3.0.3";
    private static final String NULL = "null";
    private static final Map<String, String> LIMITS =
            Map.of("exclusiveMinimum", "minimum", "exclusiveMaximum", "maximum");

    private OpenApi30() {}

    /** Returns the description in OpenAPI 3.0. */
    static ObjectNode of(ObjectNode description) {
        var converted = description.deepCopy();
        converted.put("openapi", VERSION);
        converted.withObject("/info").remove("summary");
        converted.remove(List.of("webhooks", "jsonSchemaDialect"));
        for (var schema : schemas(converted)) {
            convert(converted, schema);
        }
        markStreams(converted);
        removeExamples(converted);
        return converted;
    }

    /** In 3.0 a nullable reference does not formally accept null, so examples with nulls would be invalid. */
    private static void removeExamples(ObjectNode document) {
        Documents.visit(document, node -> {
            if (node.get("content") instanceof ObjectNode content) {
                content.forEach(media -> ((ObjectNode) media).remove(List.of("example", "examples")));
            }
        });
        document.withObject("/components").remove("examples");
    }

    /** Generators for 3.0 read as bytes what is neither JSON nor plain text. */
    private static void markStreams(ObjectNode document) {
        for (var operation : Documents.operations(document)) {
            for (var response : operation.node().path("responses")) {
                for (var content : response.path("content").properties()) {
                    if (content.getKey().startsWith("text/")
                            && content.getValue().get("schema") instanceof ObjectNode schema) {
                        schema.put("format", "binary");
                    }
                }
            }
        }
    }

    /** Returns the schemas of a document, the inner ones first. */
    private static List<ObjectNode> schemas(ObjectNode document) {
        var schemas = new ArrayList<ObjectNode>();
        document.at("/components/schemas").forEach(schema -> Documents.visit(schema, schemas::add));
        Documents.visit(document, node -> {
            if (node.get("schema") instanceof ObjectNode schema) {
                Documents.visit(schema, schemas::add);
            }
        });
        return schemas;
    }

    private static void convert(ObjectNode document, ObjectNode schema) {
        convertTypes(schema);
        convertChoice(document, schema);
        convertValues(schema);
        LIMITS.forEach((exclusive, limit) -> {
            if (schema.path(exclusive).isNumber()) {
                schema.set(limit, schema.get(exclusive));
                schema.put(exclusive, true);
            }
        });
        if (schema.has(REFERENCE) && schema.size() > 1) {
            schema.putArray("allOf").addObject().set(REFERENCE, schema.remove(REFERENCE));
        }
    }

    private static void convertTypes(ObjectNode schema) {
        if (!(schema.get("type") instanceof ArrayNode types)) {
            return;
        }
        var others = new ArrayList<String>();
        types.forEach(type -> {
            if (type.asText().equals(NULL)) {
                schema.put("nullable", true);
            } else {
                others.add(type.asText());
            }
        });
        if (others.size() == 1) {
            schema.put("type", others.getFirst());
        } else {
            schema.remove("type");
        }
    }

    /** A choice between a schema and null is that schema, nullable. */
    private static void convertChoice(ObjectNode document, ObjectNode schema) {
        if (!(schema.get("anyOf") instanceof ArrayNode choices)) {
            return;
        }
        for (var i = 0; i < choices.size(); i++) {
            if (choices.get(i).path("type").asText().equals(NULL)) {
                choices.remove(i);
                schema.put("nullable", true);
                var type = Documents.resolved(document, choices.path(0)).path("type");
                if (type.isTextual()) {
                    schema.set("type", type);
                }
                schema.set("allOf", schema.remove("anyOf"));
                return;
            }
        }
    }

    private static void convertValues(ObjectNode schema) {
        var constant = schema.remove("const");
        if (constant != null) {
            schema.putArray("enum").add(constant);
        }
        if (schema.get("examples") instanceof ArrayNode examples) {
            schema.remove("examples");
            if (!examples.isEmpty() && !schema.has(REFERENCE)) {
                schema.set("example", examples.get(0));
            }
        }
    }
}
