package org.mandateatlas.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.edge.PublicAddress;
import org.mandateatlas.gateway.rest.Link;

/** The schemas of the event description, each as a self-contained JSON Schema (2020-12). */
@Path(SchemaResource.PATH)
@Singleton
@PermitAll
@Tag(name = "Guide")
class SchemaResource {

    static final String PATH = "/schemas";

    private static final String SCHEMA_JSON = "application/schema+json";
    private static final String SUFFIX = ".json";

    private final EventSchemas schemas;

    SchemaResource(EventSchemas schemas) {
        this.schemas = schemas;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "List the event schemas",
            description = "Links to the JSON Schema of each event type and of the schemas that they refer to.")
    public SchemaList listSchemas(@Context HttpServerRequest request) {
        var address = PublicAddress.of(request);
        return new SchemaList(schemas.all().entrySet().stream()
                .map(schema -> new Link(
                        schema.getKey(), address.link(PATH + "/" + schema.getKey() + SUFFIX), title(schema.getValue())))
                .toList());
    }

    @GET
    @Path("{name}" + SUFFIX)
    @Produces({SCHEMA_JSON, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Get an event schema",
            description =
                    "A self-contained JSON Schema (2020-12). The schema of an event type describes the event's data.")
    @APIResponseSchema(responseCode = "200", value = Description.class)
    @APIResponse(responseCode = "404", ref = "NotFound")
    public byte[] getSchema(
            @Parameter(
                            description = "Name of the schema; for an event, its type.",
                            example = "org.mandateatlas.mandate.transferred.v1")
                    @RestPath
                    String name,
            @Context HttpServerRequest request) {
        var id = PublicAddress.of(request).link(PATH + "/" + name + SUFFIX);
        var document = schemas.document(name, id);
        if (document == null) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no schema " + name + ".");
        }
        return document.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the first line of the description; the values of an enum follow it. */
    private static String title(JsonNode schema) {
        return schema.path("description").asText().lines().findFirst().orElse("");
    }
}
