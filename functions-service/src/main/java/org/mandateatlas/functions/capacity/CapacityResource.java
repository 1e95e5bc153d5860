package org.mandateatlas.functions.capacity;

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

/** Endpoints of capacities. */
@Path("/v1")
@Tag(name = "Capacities", description = "Actual performance of functions by institutions.")
@RunOnVirtualThread
class CapacityResource {

    private final CollectionEndpoint collection;
    private final DocumentEndpoint documents;
    private final Capacities capacities;

    CapacityResource(CollectionEndpoint collection, DocumentEndpoint documents, Capacities capacities) {
        this.collection = collection;
        this.documents = documents;
        this.capacities = capacities;
    }

    @GET
    @Path("capacities")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.NDJSON, CollectionEndpoint.CSV})
    @Operation(summary = "List capacities")
    public Response listCapacities(@BeanParam CapacityFilter filter, @BeanParam ListRequest request) {
        return collection.list(capacities, request, filter.filters());
    }

    @GET
    @Path("capacities.ndjson")
    @PermitAll
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Export capacities as NDJSON")
    public Response exportCapacitiesNdjson(@BeanParam CapacityFilter filter, @BeanParam ExportRequest request) {
        return collection.exportNdjson(capacities, request, filter.filters());
    }

    @GET
    @Path("capacities.csv")
    @PermitAll
    @Produces(CollectionEndpoint.CSV)
    @Operation(summary = "Export capacities as CSV")
    public Response exportCapacitiesCsv(
            @BeanParam CapacityFilter filter, @BeanParam ExportRequest request, @BeanParam CsvRequest csv) {
        return collection.exportCsv(capacities, request, csv, filter.filters());
    }

    @GET
    @Path("capacities/{id}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a capacity")
    public Response getCapacity(@RestPath String id, @BeanParam ReadRequest request) {
        return documents.get(capacities, id, request);
    }

    @PUT
    @Path("capacities/{id}")
    @RolesAllowed("curator")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create or replace a capacity")
    public Response putCapacity(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.put(capacities, id, body, request);
    }

    @PATCH
    @Path("capacities/{id}")
    @RolesAllowed("curator")
    @Consumes({DocumentEndpoint.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Patch a capacity")
    public Response patchCapacity(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.patch(capacities, id, body, request);
    }

    @DELETE
    @Path("capacities/{id}")
    @RolesAllowed("curator")
    @Operation(summary = "Retract a capacity")
    public Response retractCapacity(@RestPath String id, @BeanParam WriteRequest request) {
        return documents.retract(capacities, id, request);
    }

    @POST
    @Path("capacities/batch")
    @RolesAllowed("curator")
    @Consumes(CollectionEndpoint.NDJSON)
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Write capacities in a batch")
    public Response batchCapacities(byte[] body, @BeanParam ChangeRequest request) {
        return documents.batch(capacities, body, request);
    }

    @GET
    @Path("capacities/{id}/history")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the history of a capacity")
    public Response getCapacityHistory(@RestPath String id, @RestQuery @Nullable String knownAt) {
        return documents.history(capacities, id, knownAt);
    }

    @GET
    @Path("capacities/{id}/versions/{version}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a version of a capacity")
    public Response getCapacityVersion(@RestPath String id, @RestPath String version, @BeanParam ReadRequest request) {
        return documents.version(capacities, id, version, request);
    }
}
