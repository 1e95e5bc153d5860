package org.mandateatlas.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.edge.PublicAddress;
import org.mandateatlas.gateway.page.Representation;

/**
 * Serves each schema of the description of events as a JSON Schema (2020-12) of its own: of every type of event, under the name
 * that the event has as its type, and of what these refer to.
 */
@Singleton
class EventSchemas {

    static final String PATH = "/schemas";

    private static final int ORDER = 1_000;
    private static final String SCHEMA = "application/schema+json";
    private static final String REFERENCE = "$ref";
    private static final String COMPONENT = "#/components/schemas/";
    private static final String SUFFIX = ".json";

    private final Future<@Nullable SortedMap<String, ObjectNode>> schemas;

    EventSchemas(Vertx vertx) {
        this.schemas = vertx.executeBlocking(EventSchemas::read);
    }

    void register(@Observes Router router) {
        router.route(PATH)
                .order(ORDER)
                .handler(context -> schemas.onSuccess(all -> new Representation()
                                .as(Representation.JSON, asked -> index(asked, known(all)))
                                .answer(context))
                        .onFailure(context::fail));
        router.route(PATH + "/:file")
                .order(ORDER)
                .handler(context ->
                        schemas.onSuccess(all -> answer(context, known(all))).onFailure(context::fail));
    }

    private static SortedMap<String, ObjectNode> known(@Nullable SortedMap<String, ObjectNode> all) {
        return Objects.requireNonNull(all);
    }

    private static void answer(RoutingContext context, SortedMap<String, ObjectNode> all) {
        String file = Objects.requireNonNull(context.pathParam("file"));
        ObjectNode schema = file.endsWith(SUFFIX) ? all.get(file.substring(0, file.length() - SUFFIX.length())) : null;
        if (schema == null) {
            context.next();
            return;
        }
        new Representation()
                .as(SCHEMA, asked -> identified(asked, file, schema))
                .as(Representation.JSON, asked -> identified(asked, file, schema))
                .answer(context);
    }

    /** A schema is known by the address that it was asked for at; references in it are relative to that. */
    private static Buffer identified(RoutingContext context, String file, ObjectNode schema) {
        ObjectNode document = schema.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", PublicAddress.of(context.request()).link(PATH + "/" + file));
        document.setAll(schema);
        return Buffer.buffer(document.toPrettyString());
    }

    private static Buffer index(RoutingContext context, SortedMap<String, ObjectNode> all) {
        PublicAddress address = PublicAddress.of(context.request());
        var items = new JsonArray();
        all.forEach((name, schema) -> items.add(new JsonObject()
                .put("name", name)
                .put("href", address.link(PATH + "/" + name + SUFFIX))
                .put("title", schema.path("description").asText())));
        return new JsonObject().put("items", items).toBuffer();
    }

    private static SortedMap<String, ObjectNode> read() throws IOException {
        JsonNode description =
                new YAMLMapper().readTree(Descriptions.read("/asyncapi.yaml").getBytes());
        var read = new TreeMap<String, ObjectNode>();
        description.at("/components/schemas").properties().forEach(schema -> {
            standAlone(schema.getValue());
            read.put(schema.getKey(), (ObjectNode) schema.getValue());
        });
        return read;
    }

    private static void standAlone(JsonNode node) {
        if (node instanceof ObjectNode object && object.path(REFERENCE).isTextual()) {
            object.put(REFERENCE, object.get(REFERENCE).textValue().substring(COMPONENT.length()) + SUFFIX);
        }
        node.forEach(EventSchemas::standAlone);
    }
}
