package org.mandateatlas.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.edge.PublicAddress;

/** The packaged event description and its schemas: those of the events by event type, the others by name. */
@ApplicationScoped // parsed at the first request for it, on a worker thread
class EventSchemas {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String COMPONENTS = "#/components/schemas/";
    private static final String DEFINITIONS = "#/$defs/";

    private final ObjectNode description;
    private final SortedMap<String, ObjectNode> schemas = new TreeMap<>();

    private final String broker;

    /** The Kafka client knows the other brokers from the first one. */
    EventSchemas(@ConfigProperty(name = "kafka.bootstrap.servers") List<String> brokers) {
        broker = brokers.getFirst();
        try {
            description = (ObjectNode) new YAMLMapper().readTree(DescriptionFile.read("/asyncapi.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
    }

    /** Returns the event description with the addresses of the running suite. */
    ObjectNode description(PublicAddress gateway) {
        var servers = description.withObject("/servers").deepCopy();
        servers.withObject("/kafka").put("host", broker);
        servers.withObject("/gateway").put("host", gateway.authority()).put("protocol", gateway.scheme());
        var result = description.objectNode();
        result.setAll(description);
        result.set("servers", servers);
        return result;
    }

    /** Returns the schemas, by name; references between them are as in the description. */
    SortedMap<String, ObjectNode> all() {
        return Collections.unmodifiableSortedMap(schemas);
    }

    /** Returns a schema as a document that contains all schemas that it refers to; null if there is none of that name. */
    @Nullable ObjectNode document(String name, String id) {
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
                var definition =
                        description.at("/components/schemas").required(referred).deepCopy();
                definitions.set(referred, definition);
                open.addAll(definition.findValuesAsText("$ref"));
            }
        }
        if (!definitions.isEmpty()) {
            document.set("$defs", definitions);
        }
        for (var reference : document.findParents("$ref")) {
            var target = reference.path("$ref").asText();
            ((ObjectNode) reference).put("$ref", target.replace(COMPONENTS, DEFINITIONS));
        }
        return document;
    }
}
