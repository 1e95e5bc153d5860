package org.mandateatlas.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The packaged event description and its schemas: those of the events by event type, the others by name. */
@Singleton
class EventSchemas {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String COMPONENTS = "#/components/schemas/";
    private static final String DEFINITIONS = "#/$defs/";

    private @Nullable Parsed parsed;

    /** Returns the event description, which must not be changed. */
    ObjectNode description() {
        return parsed().description;
    }

    /** Returns the schemas, by name; references between them are as in the description. */
    SortedMap<String, ObjectNode> all() {
        return Collections.unmodifiableSortedMap(parsed().schemas);
    }

    /** Returns a schema as a document that contains all schemas that it refers to; null if there is none of that name. */
    @Nullable ObjectNode document(String name, String id) {
        var schemas = parsed().schemas;
        var schema = schemas.get(name);
        if (schema == null) {
            return null;
        }
        var document = schema.objectNode().put("$schema", DIALECT).put("$id", id);
        document.setAll(schema.deepCopy());
        var definitions = schema.objectNode();
        var open = new ArrayDeque<String>(document.findValuesAsText("$ref"));
        while (!open.isEmpty()) {
            var referred = open.remove().substring(COMPONENTS.length());
            if (!definitions.has(referred)) {
                var definition = description()
                        .at("/components/schemas")
                        .required(referred)
                        .deepCopy();
                definitions.set(referred, definition);
                open.addAll(definition.findValuesAsText("$ref"));
            }
        }
        if (!definitions.isEmpty()) {
            document.set("$defs", definitions);
        }
        referToDefinitions(document);
        return document;
    }

    private static void referToDefinitions(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("$ref").isTextual()) {
            object.put("$ref", object.get("$ref").textValue().replace(COMPONENTS, DEFINITIONS));
        }
        node.forEach(EventSchemas::referToDefinitions);
    }

    /** Parses the description at the first request for it, on a worker thread. */
    private synchronized Parsed parsed() {
        Parsed known = parsed;
        if (known == null) {
            known = parse();
            parsed = known;
        }
        return known;
    }

    private static Parsed parse() {
        ObjectNode description;
        try {
            description = (ObjectNode) new YAMLMapper().readTree(DescriptionFile.read("/asyncapi.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var schemas = new TreeMap<String, ObjectNode>();
        description
                .at("/components/schemas")
                .properties()
                .forEach(schema -> schemas.put(schema.getKey(), (ObjectNode) schema.getValue()));
        for (JsonNode channel : description.path("channels")) {
            if (channel.at("/bindings/kafka").isObject()) {
                for (JsonNode reference : channel.path("messages")) {
                    var message = description.at(reference.path("$ref").asText().substring(1));
                    var payload = message.at("/payload/$ref").asText().substring(COMPONENTS.length());
                    schemas.put(message.path("name").asText(), schemas.remove(payload));
                }
            }
        }
        return new Parsed(description, schemas);
    }

    private record Parsed(ObjectNode description, SortedMap<String, ObjectNode> schemas) {}
}
