package org.mandateatlas.institutions.source;

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

/** Endpoints of sources. */
@Path("/v1")
@Tag(name = "Sources", description = "Documents that facts are cited from.")
@RunOnVirtualThread
class SourceResource {

    private final CollectionEndpoint collection;
    private final DocumentEndpoint documents;
    private final Sources sources;

    SourceResource(CollectionEndpoint collection, DocumentEndpoint documents, Sources sources) {
        this.collection = collection;
        this.documents = documents;
        this.sources = sources;
    }

    @GET
    @Path("sources")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.NDJSON, CollectionEndpoint.CSV})
    @Operation(summary = "List sources")
    public Response listSources(@BeanParam SourceFilter filter, @BeanParam ListRequest request) {
        return collection.list(sources, request, filter.filters());
    }

    @GET
    @Path("sources.ndjson")
    @PermitAll
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Export sources as NDJSON")
    public Response exportSourcesNdjson(@BeanParam SourceFilter filter, @BeanParam ExportRequest request) {
        return collection.exportNdjson(sources, request, filter.filters());
    }

    @GET
    @Path("sources.csv")
    @PermitAll
    @Produces(CollectionEndpoint.CSV)
    @Operation(summary = "Export sources as CSV")
    public Response exportSourcesCsv(
            @BeanParam SourceFilter filter, @BeanParam ExportRequest request, @BeanParam CsvRequest csv) {
        return collection.exportCsv(sources, request, csv, filter.filters());
    }

    @GET
    @Path("sources/{id}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a source")
    public Response getSource(@RestPath String id, @BeanParam ReadRequest request) {
        return documents.get(sources, id, request);
    }

    @PUT
    @Path("sources/{id}")
    @RolesAllowed("curator")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create or replace a source")
    public Response putSource(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.put(sources, id, body, request);
    }

    @PATCH
    @Path("sources/{id}")
    @RolesAllowed("curator")
    @Consumes({DocumentEndpoint.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Patch a source")
    public Response patchSource(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.patch(sources, id, body, request);
    }

    @DELETE
    @Path("sources/{id}")
    @RolesAllowed("curator")
    @Operation(summary = "Retract a source")
    public Response retractSource(@RestPath String id, @BeanParam WriteRequest request) {
        return documents.retract(sources, id, request);
    }

    @POST
    @Path("sources/batch")
    @RolesAllowed("curator")
    @Consumes(CollectionEndpoint.NDJSON)
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Write sources in a batch")
    public Response batchSources(byte[] body, @BeanParam ChangeRequest request) {
        return documents.batch(sources, body, request);
    }

    @GET
    @Path("sources/{id}/history")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the history of a source")
    public Response getSourceHistory(@RestPath String id, @RestQuery @Nullable String knownAt) {
        return documents.history(sources, id, knownAt);
    }

    @GET
    @Path("sources/{id}/versions/{version}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a version of a source")
    public Response getSourceVersion(@RestPath String id, @RestPath String version, @BeanParam ReadRequest request) {
        return documents.version(sources, id, version, request);
    }
}
