package org.mandateatlas.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The parts of an OpenAPI document. */
final class Documents {

    static final String REFERENCE = "$ref";
    static final String SCHEMAS = "#/components/schemas/";

    private static final String PROPERTIES = "properties";

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** The places whose values are data rather than schemas. */
    private static final Set<String> DATA = Set.of("example", "examples", "default", "enum", "const", "value");

    private Documents() {}

    /** An operation with its place. */
    record Operation(String path, String method, ObjectNode node) {

        String id() {
            return node.path("operationId").asText();
        }
    }

    /** Returns whether the name is that of an HTTP method. */
    static boolean isMethod(String name) {
        return METHODS.contains(name);
    }

    /** Returns the operations of all paths, in order. */
    static List<Operation> operations(JsonNode document) {
        var operations = new ArrayList<Operation>();
        for (var path : document.path("paths").properties()) {
            for (var member : path.getValue().properties()) {
                if (isMethod(member.getKey()) && member.getValue() instanceof ObjectNode node) {
                    operations.add(new Operation(path.getKey(), member.getKey(), node));
                }
            }
        }
        return operations;
    }

    /** Visits all objects of a document except those in examples and other data, children first. */
    static void visit(JsonNode node, Consumer<ObjectNode> visitor) {
        visit(node, visitor, false);
    }

    /** Properties may be named like keywords. */
    private static void visit(JsonNode node, Consumer<ObjectNode> visitor, boolean areProperties) {
        if (!(node instanceof ObjectNode object)) {
            node.forEach(child -> visit(child, visitor, false));
            return;
        }
        for (var member : List.copyOf(object.properties())) {
            if (areProperties || !DATA.contains(member.getKey())) {
                visit(
                        member.getValue(),
                        visitor,
                        !areProperties && member.getKey().equals(PROPERTIES));
            }
        }
        if (!areProperties) {
            visitor.accept(object);
        }
    }

    /** Returns the schema that another one refers to, or the schema itself. */
    static JsonNode resolved(JsonNode document, JsonNode schema) {
        return schema.has(REFERENCE)
                ? document.at(schema.get(REFERENCE).asText().substring(1))
                : schema;
    }
}
