package org.mandateatlas.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An argument of a tool.
 *
 * @param name the name, that of the parameter of the API where there is one
 * @param description what it selects
 * @param type the JSON type
 * @param required whether it must be given
 * @param values the allowed values; empty for any
 */
record ToolArgument(String name, String description, Type type, boolean required, List<String> values) {

    /** The largest page. */
    static final int MOST = 100;

    /** The default size of a page. */
    static final int DEFAULT_LIMIT = 20;

    /** The valid time. */
    static final ToolArgument VALID_AT = optional("validAt", "Date in the world, YYYY-MM-DD.");

    /** The record time. */
    static final ToolArgument KNOWN_AT =
            optional("knownAt", "Instant of the record, e.g. 2026-06-30T00:00:00Z. Default: now.");

    /** The size of a page. */
    static final ToolArgument LIMIT = new ToolArgument(
            "limit",
            "Items per page, 1 to " + MOST + ". Default: " + DEFAULT_LIMIT + '.',
            Type.INTEGER,
            false,
            List.of());

    /** The start of a page. */
    static final ToolArgument CURSOR = optional("cursor", "next of the page before.");

    /** The JSON types of arguments. */
    enum Type {
        STRING,
        INTEGER,
        BOOLEAN,
        OBJECT,
        ARRAY
    }

    /** Returns a text that must be given. */
    static ToolArgument required(String name, String description) {
        return new ToolArgument(name, description, Type.STRING, true, List.of());
    }

    /** Returns a text that may be given. */
    static ToolArgument optional(String name, String description) {
        return new ToolArgument(name, description, Type.STRING, false, List.of());
    }

    /** Returns an argument with the same meaning and only some values. */
    ToolArgument of(String... allowed) {
        return new ToolArgument(name, description, type, required, List.of(allowed));
    }

    /** Returns the JSON Schema. */
    ObjectNode schema() {
        var schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", typeName());
        if (type == Type.ARRAY) {
            schema.putObject("items").put("type", "object");
        }
        if (!values.isEmpty()) {
            var allowed = schema.putArray("enum");
            values.forEach(allowed::add);
        }
        return schema.put("description", description);
    }

    /** Checks a value. */
    void check(JsonNode value) {
        if (!isOfType(value)) {
            throw new InvalidArgument(name, "is not of the type " + typeName());
        }
        if (!values.isEmpty() && !values.contains(value.asText())) {
            throw new InvalidArgument(name, "is not one of " + String.join(", ", values));
        }
        if (type == Type.STRING && value.asText().isBlank()) {
            throw new InvalidArgument(name, "is empty");
        }
    }

    private boolean isOfType(JsonNode value) {
        return switch (type) {
            case STRING -> value.isTextual();
            case INTEGER -> value.isIntegralNumber() && value.canConvertToInt();
            case BOOLEAN -> value.isBoolean();
            case OBJECT -> value.isObject();
            case ARRAY -> value.isArray();
        };
    }

    private String typeName() {
        return type.name().toLowerCase(java.util.Locale.ROOT);
    }
}
