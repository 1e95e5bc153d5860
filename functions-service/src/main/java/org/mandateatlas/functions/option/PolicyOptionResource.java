package org.mandateatlas.functions.option;

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

/** Endpoints of policy options. */
@Path("/v1")
@Tag(name = "Policy options", description = "Proposed reforms of governance and their outcomes.")
@RunOnVirtualThread
class PolicyOptionResource {

    private final CollectionEndpoint collection;
    private final DocumentEndpoint documents;
    private final PolicyOptions options;

    PolicyOptionResource(CollectionEndpoint collection, DocumentEndpoint documents, PolicyOptions options) {
        this.collection = collection;
        this.documents = documents;
        this.options = options;
    }

    @GET
    @Path("policy-options")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.NDJSON, CollectionEndpoint.CSV})
    @Operation(summary = "List policy options")
    public Response listPolicyOptions(@BeanParam PolicyOptionFilter filter, @BeanParam ListRequest request) {
        return collection.list(options, request, filter.filters());
    }

    @GET
    @Path("policy-options.ndjson")
    @PermitAll
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Export policy options as NDJSON")
    public Response exportPolicyOptionsNdjson(@BeanParam PolicyOptionFilter filter, @BeanParam ExportRequest request) {
        return collection.exportNdjson(options, request, filter.filters());
    }

    @GET
    @Path("policy-options.csv")
    @PermitAll
    @Produces(CollectionEndpoint.CSV)
    @Operation(summary = "Export policy options as CSV")
    public Response exportPolicyOptionsCsv(
            @BeanParam PolicyOptionFilter filter, @BeanParam ExportRequest request, @BeanParam CsvRequest csv) {
        return collection.exportCsv(options, request, csv, filter.filters());
    }

    @GET
    @Path("policy-options/{id}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a policy option")
    public Response getPolicyOption(@RestPath String id, @BeanParam ReadRequest request) {
        return documents.get(options, id, request);
    }

    @PUT
    @Path("policy-options/{id}")
    @RolesAllowed("curator")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create or replace a policy option")
    public Response putPolicyOption(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.put(options, id, body, request);
    }

    @PATCH
    @Path("policy-options/{id}")
    @RolesAllowed("curator")
    @Consumes({DocumentEndpoint.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Patch a policy option")
    public Response patchPolicyOption(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.patch(options, id, body, request);
    }

    @DELETE
    @Path("policy-options/{id}")
    @RolesAllowed("curator")
    @Operation(summary = "Retract a policy option")
    public Response retractPolicyOption(@RestPath String id, @BeanParam WriteRequest request) {
        return documents.retract(options, id, request);
    }

    @POST
    @Path("policy-options/batch")
    @RolesAllowed("curator")
    @Consumes(CollectionEndpoint.NDJSON)
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Write policy options in a batch")
    public Response batchPolicyOptions(byte[] body, @BeanParam ChangeRequest request) {
        return documents.batch(options, body, request);
    }

    @GET
    @Path("policy-options/{id}/history")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the history of a policy option")
    public Response getPolicyOptionHistory(@RestPath String id, @RestQuery @Nullable String knownAt) {
        return documents.history(options, id, knownAt);
    }

    @GET
    @Path("policy-options/{id}/versions/{version}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a version of a policy option")
    public Response getPolicyOptionVersion(
            @RestPath String id, @RestPath String version, @BeanParam ReadRequest request) {
        return documents.version(options, id, version, request);
    }
}
