package org.mandateatlas.functions.function;

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

/** Endpoints of functions. */
@Path("/v1")
@Tag(name = "Functions", description = "Functions of the governance of migration.")
@RunOnVirtualThread
class GovernanceFunctionResource {

    private final CollectionEndpoint collection;
    private final DocumentEndpoint documents;
    private final GovernanceFunctions functions;

    GovernanceFunctionResource(
            CollectionEndpoint collection, DocumentEndpoint documents, GovernanceFunctions functions) {
        this.collection = collection;
        this.documents = documents;
        this.functions = functions;
    }

    @GET
    @Path("functions")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.NDJSON, CollectionEndpoint.CSV})
    @Operation(summary = "List functions")
    public Response listFunctions(@BeanParam GovernanceFunctionFilter filter, @BeanParam ListRequest request) {
        return collection.list(functions, request, filter.filters());
    }

    @GET
    @Path("functions.ndjson")
    @PermitAll
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Export functions as NDJSON")
    public Response exportFunctionsNdjson(
            @BeanParam GovernanceFunctionFilter filter, @BeanParam ExportRequest request) {
        return collection.exportNdjson(functions, request, filter.filters());
    }

    @GET
    @Path("functions.csv")
    @PermitAll
    @Produces(CollectionEndpoint.CSV)
    @Operation(summary = "Export functions as CSV")
    public Response exportFunctionsCsv(
            @BeanParam GovernanceFunctionFilter filter, @BeanParam ExportRequest request, @BeanParam CsvRequest csv) {
        return collection.exportCsv(functions, request, csv, filter.filters());
    }

    @GET
    @Path("functions/{id}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a function")
    public Response getFunction(@RestPath String id, @BeanParam ReadRequest request) {
        return documents.get(functions, id, request);
    }

    @PUT
    @Path("functions/{id}")
    @RolesAllowed("curator")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create or replace a function")
    public Response putFunction(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.put(functions, id, body, request);
    }

    @PATCH
    @Path("functions/{id}")
    @RolesAllowed("curator")
    @Consumes({DocumentEndpoint.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Patch a function")
    public Response patchFunction(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.patch(functions, id, body, request);
    }

    @DELETE
    @Path("functions/{id}")
    @RolesAllowed("curator")
    @Operation(summary = "Retract a function")
    public Response retractFunction(@RestPath String id, @BeanParam WriteRequest request) {
        return documents.retract(functions, id, request);
    }

    @POST
    @Path("functions/batch")
    @RolesAllowed("curator")
    @Consumes(CollectionEndpoint.NDJSON)
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Write functions in a batch")
    public Response batchFunctions(byte[] body, @BeanParam ChangeRequest request) {
        return documents.batch(functions, body, request);
    }

    @GET
    @Path("functions/{id}/history")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the history of a function")
    public Response getFunctionHistory(@RestPath String id, @RestQuery @Nullable String knownAt) {
        return documents.history(functions, id, knownAt);
    }

    @GET
    @Path("functions/{id}/versions/{version}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a version of a function")
    public Response getFunctionVersion(@RestPath String id, @RestPath String version, @BeanParam ReadRequest request) {
        return documents.version(functions, id, version, request);
    }
}
