package org.mandateatlas.processes.participation;

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

/** Endpoints of participations. */
@Path("/v1")
@Tag(name = "Participations", description = "Roles of institutions and other actors in processes.")
@RunOnVirtualThread
class ParticipationResource {

    private final CollectionEndpoint collection;
    private final DocumentEndpoint documents;
    private final Participations participations;

    ParticipationResource(CollectionEndpoint collection, DocumentEndpoint documents, Participations participations) {
        this.collection = collection;
        this.documents = documents;
        this.participations = participations;
    }

    @GET
    @Path("participations")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.NDJSON, CollectionEndpoint.CSV})
    @Operation(summary = "List participations")
    public Response listParticipations(@BeanParam ParticipationFilter filter, @BeanParam ListRequest request) {
        return collection.list(participations, request, filter.filters());
    }

    @GET
    @Path("participations.ndjson")
    @PermitAll
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Export participations as NDJSON")
    public Response exportParticipationsNdjson(
            @BeanParam ParticipationFilter filter, @BeanParam ExportRequest request) {
        return collection.exportNdjson(participations, request, filter.filters());
    }

    @GET
    @Path("participations.csv")
    @PermitAll
    @Produces(CollectionEndpoint.CSV)
    @Operation(summary = "Export participations as CSV")
    public Response exportParticipationsCsv(
            @BeanParam ParticipationFilter filter, @BeanParam ExportRequest request, @BeanParam CsvRequest csv) {
        return collection.exportCsv(participations, request, csv, filter.filters());
    }

    @GET
    @Path("participations/{id}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a participation")
    public Response getParticipation(@RestPath String id, @BeanParam ReadRequest request) {
        return documents.get(participations, id, request);
    }

    @PUT
    @Path("participations/{id}")
    @RolesAllowed("curator")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create or replace a participation")
    public Response putParticipation(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.put(participations, id, body, request);
    }

    @PATCH
    @Path("participations/{id}")
    @RolesAllowed("curator")
    @Consumes({DocumentEndpoint.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Patch a participation")
    public Response patchParticipation(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.patch(participations, id, body, request);
    }

    @DELETE
    @Path("participations/{id}")
    @RolesAllowed("curator")
    @Operation(summary = "Retract a participation")
    public Response retractParticipation(@RestPath String id, @BeanParam WriteRequest request) {
        return documents.retract(participations, id, request);
    }

    @POST
    @Path("participations/batch")
    @RolesAllowed("curator")
    @Consumes(CollectionEndpoint.NDJSON)
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Write participations in a batch")
    public Response batchParticipations(byte[] body, @BeanParam ChangeRequest request) {
        return documents.batch(participations, body, request);
    }

    @GET
    @Path("participations/{id}/history")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the history of a participation")
    public Response getParticipationHistory(@RestPath String id, @RestQuery @Nullable String knownAt) {
        return documents.history(participations, id, knownAt);
    }

    @GET
    @Path("participations/{id}/versions/{version}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a version of a participation")
    public Response getParticipationVersion(
            @RestPath String id, @RestPath String version, @BeanParam ReadRequest request) {
        return documents.version(participations, id, version, request);
    }
}
