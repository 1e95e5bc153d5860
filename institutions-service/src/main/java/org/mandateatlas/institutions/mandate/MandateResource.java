package org.mandateatlas.institutions.mandate;

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

/** Endpoints of mandates. */
@Path("/v1")
@Tag(name = "Mandates", description = "Tasks that institutions are charged with.")
@RunOnVirtualThread
class MandateResource {

    private final CollectionEndpoint collection;
    private final DocumentEndpoint documents;
    private final Mandates mandates;

    MandateResource(CollectionEndpoint collection, DocumentEndpoint documents, Mandates mandates) {
        this.collection = collection;
        this.documents = documents;
        this.mandates = mandates;
    }

    @GET
    @Path("mandates")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.NDJSON, CollectionEndpoint.CSV})
    @Operation(summary = "List mandates")
    public Response listMandates(@BeanParam MandateFilter filter, @BeanParam ListRequest request) {
        return collection.list(mandates, request, filter.filters(request));
    }

    @GET
    @Path("mandates.ndjson")
    @PermitAll
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Export mandates as NDJSON")
    public Response exportMandatesNdjson(@BeanParam MandateFilter filter, @BeanParam ExportRequest request) {
        return collection.exportNdjson(mandates, request, filter.filters(request));
    }

    @GET
    @Path("mandates.csv")
    @PermitAll
    @Produces(CollectionEndpoint.CSV)
    @Operation(summary = "Export mandates as CSV")
    public Response exportMandatesCsv(
            @BeanParam MandateFilter filter, @BeanParam ExportRequest request, @BeanParam CsvRequest csv) {
        return collection.exportCsv(mandates, request, csv, filter.filters(request));
    }

    @GET
    @Path("mandates/{id}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a mandate")
    public Response getMandate(@RestPath String id, @BeanParam ReadRequest request) {
        return documents.get(mandates, id, request);
    }

    @PUT
    @Path("mandates/{id}")
    @RolesAllowed("curator")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create or replace a mandate")
    public Response putMandate(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.put(mandates, id, body, request);
    }

    @PATCH
    @Path("mandates/{id}")
    @RolesAllowed("curator")
    @Consumes({DocumentEndpoint.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Patch a mandate")
    public Response patchMandate(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.patch(mandates, id, body, request);
    }

    @DELETE
    @Path("mandates/{id}")
    @RolesAllowed("curator")
    @Operation(summary = "Retract a mandate")
    public Response retractMandate(@RestPath String id, @BeanParam WriteRequest request) {
        return documents.retract(mandates, id, request);
    }

    @POST
    @Path("mandates/batch")
    @RolesAllowed("curator")
    @Consumes(CollectionEndpoint.NDJSON)
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Write mandates in a batch")
    public Response batchMandates(byte[] body, @BeanParam ChangeRequest request) {
        return documents.batch(mandates, body, request);
    }

    @GET
    @Path("mandates/{id}/history")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the history of a mandate")
    public Response getMandateHistory(@RestPath String id, @RestQuery @Nullable String knownAt) {
        return documents.history(mandates, id, knownAt);
    }

    @GET
    @Path("mandates/{id}/versions/{version}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a version of a mandate")
    public Response getMandateVersion(@RestPath String id, @RestPath String version, @BeanParam ReadRequest request) {
        return documents.version(mandates, id, version, request);
    }
}
