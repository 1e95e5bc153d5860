package org.mandateatlas.functions.objective;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.registry.http.ChangeRequest;
import org.mandateatlas.registry.http.CollectionEndpoint;
import org.mandateatlas.registry.http.CsvRequest;
import org.mandateatlas.registry.http.DocumentEndpoint;
import org.mandateatlas.registry.http.ExportRequest;
import org.mandateatlas.registry.http.ListRequest;
import org.mandateatlas.registry.http.ReadRequest;
import org.mandateatlas.registry.http.WriteRequest;

/** Endpoints of objectives. */
@Path("/v1")
@Tag(name = "Objectives", description = "Common objectives of the governance of migration.")
@RunOnVirtualThread
class ObjectiveResource {

    private final CollectionEndpoint collection;
    private final DocumentEndpoint documents;
    private final Objectives objectives;

    ObjectiveResource(CollectionEndpoint collection, DocumentEndpoint documents, Objectives objectives) {
        this.collection = collection;
        this.documents = documents;
        this.objectives = objectives;
    }

    @GET
    @Path("objectives")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.NDJSON, CollectionEndpoint.CSV})
    @Operation(summary = "List objectives")
    public Response listObjectives(@BeanParam ListRequest request) {
        return collection.list(objectives, request, List.of());
    }

    @GET
    @Path("objectives.ndjson")
    @PermitAll
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Export objectives as NDJSON")
    public Response exportObjectivesNdjson(@BeanParam ExportRequest request) {
        return collection.exportNdjson(objectives, request, List.of());
    }

    @GET
    @Path("objectives.csv")
    @PermitAll
    @Produces(CollectionEndpoint.CSV)
    @Operation(summary = "Export objectives as CSV")
    public Response exportObjectivesCsv(@BeanParam ExportRequest request, @BeanParam CsvRequest csv) {
        return collection.exportCsv(objectives, request, csv, List.of());
    }

    @GET
    @Path("objectives/{id}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get an objective")
    public Response getObjective(@RestPath String id, @BeanParam ReadRequest request) {
        return documents.get(objectives, id, request);
    }

    @PUT
    @Path("objectives/{id}")
    @RolesAllowed("curator")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create or replace an objective")
    public Response putObjective(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.put(objectives, id, body, request);
    }

    @PATCH
    @Path("objectives/{id}")
    @RolesAllowed("curator")
    @Consumes({DocumentEndpoint.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Patch an objective")
    public Response patchObjective(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.patch(objectives, id, body, request);
    }

    @DELETE
    @Path("objectives/{id}")
    @RolesAllowed("curator")
    @Operation(summary = "Retract an objective")
    public Response retractObjective(@RestPath String id, @BeanParam WriteRequest request) {
        return documents.retract(objectives, id, request);
    }

    @POST
    @Path("objectives/batch")
    @RolesAllowed("curator")
    @Consumes(CollectionEndpoint.NDJSON)
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Write objectives in a batch")
    public Response batchObjectives(byte[] body, @BeanParam ChangeRequest request) {
        return documents.batch(objectives, body, request);
    }

    @GET
    @Path("objectives/{id}/history")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the history of an objective")
    public Response getObjectiveHistory(@RestPath String id, @RestQuery @Nullable String knownAt) {
        return documents.history(objectives, id, knownAt);
    }

    @GET
    @Path("objectives/{id}/versions/{version}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a version of an objective")
    public Response getObjectiveVersion(@RestPath String id, @RestPath String version, @BeanParam ReadRequest request) {
        return documents.version(objectives, id, version, request);
    }
}
