package org.mandateatlas.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.gateway.http.PublicAddress;
import org.mandateatlas.gateway.rest.Link;

/** The schemas of the event description, each as a JSON Schema (2020-12) of its own. */
@Path(SchemaResource.PATH)
@Singleton
@Startup
@PermitAll
@NonBlocking
@Tag(name = "Guide")
class SchemaResource {

    static final String PATH = "/schemas";

    private static final String SCHEMA_JSON = "application/schema+json";
    private static final String REFERENCE = "$ref";
    private static final String COMPONENT = "#/components/schemas/";
    private static final String SUFFIX = ".json";

    private final CompletableFuture<SortedMap<String, ObjectNode>> schemas;

    SchemaResource() {
        this.schemas = CompletableFuture.supplyAsync(SchemaResource::read);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "List the event schemas",
            description = "Links to the JSON Schema of each event type and of the schemas that they refer to.")
    public CompletionStage<SchemaList> listSchemas(@Context HttpServerRequest request) {
        var address = PublicAddress.of(request);
        return schemas.thenApply(all -> new SchemaList(all.entrySet().stream()
                .map(schema -> new Link(
                        schema.getKey(), address.link(PATH + "/" + schema.getKey() + SUFFIX), title(schema.getValue())))
                .toList()));
    }

    @GET
    @Path("{name}" + SUFFIX)
    @Produces({SCHEMA_JSON, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Get an event schema",
            description = "A JSON Schema (2020-12). The schema of an event type describes the event's data.")
    @APIResponseSchema(responseCode = "200", value = Description.class)
    @APIResponse(responseCode = "404", ref = "NotFound")
    public CompletionStage<byte[]> getSchema(
            @Parameter(
                            description = "Name of the schema; for an event, its type.",
                            example = "org.mandateatlas.mandate.transferred.v1")
                    @RestPath
                    String name,
            @Context HttpServerRequest request) {
        var id = PublicAddress.of(request).link(PATH + "/" + name + SUFFIX);
        return schemas.thenApply(all -> {
            var schema = all.get(name);
            if (schema == null) {
                throw new ProblemException(ProblemType.NOT_FOUND, "There is no schema " + name + ".");
            }
            return document(schema, id);
        });
    }

    /** Returns the first line of the description; the values of an enum follow it. */
    private static String title(JsonNode schema) {
        return schema.path("description").asText().lines().findFirst().orElse("");
    }

    /** The id of a schema is the URL of the request; its references are relative to it. */
    private static byte[] document(ObjectNode schema, String id) {
        var document = schema.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", id);
        document.setAll(schema);
        return document.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    private static SortedMap<String, ObjectNode> read() {
        var description = yaml(DescriptionFile.read("/asyncapi.yaml"));
        var schemas = new TreeMap<String, ObjectNode>();
        description.at("/components/schemas").properties().forEach(schema -> {
            makeReferencesRelative(schema.getValue());
            schemas.put(schema.getKey(), (ObjectNode) schema.getValue());
        });
        return schemas;
    }

    private static JsonNode yaml(byte[] text) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void makeReferencesRelative(JsonNode node) {
        if (node instanceof ObjectNode object && object.path(REFERENCE).isTextual()) {
            object.put(REFERENCE, object.get(REFERENCE).textValue().substring(COMPONENT.length()) + SUFFIX);
        }
        node.forEach(SchemaResource::makeReferencesRelative);
    }
}
