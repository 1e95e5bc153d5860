package org.mandateatlas.processes.output;

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

/** Endpoints of outputs. */
@Path("/v1")
@Tag(name = "Outputs", description = "Results of processes.")
@RunOnVirtualThread
class OutputResource {

    private final CollectionEndpoint collection;
    private final DocumentEndpoint documents;
    private final Outputs outputs;

    OutputResource(CollectionEndpoint collection, DocumentEndpoint documents, Outputs outputs) {
        this.collection = collection;
        this.documents = documents;
        this.outputs = outputs;
    }

    @GET
    @Path("outputs")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.NDJSON, CollectionEndpoint.CSV})
    @Operation(summary = "List outputs")
    public Response listOutputs(@BeanParam OutputFilter filter, @BeanParam ListRequest request) {
        return collection.list(outputs, request, filter.filters());
    }

    @GET
    @Path("outputs.ndjson")
    @PermitAll
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Export outputs as NDJSON")
    public Response exportOutputsNdjson(@BeanParam OutputFilter filter, @BeanParam ExportRequest request) {
        return collection.exportNdjson(outputs, request, filter.filters());
    }

    @GET
    @Path("outputs.csv")
    @PermitAll
    @Produces(CollectionEndpoint.CSV)
    @Operation(summary = "Export outputs as CSV")
    public Response exportOutputsCsv(
            @BeanParam OutputFilter filter, @BeanParam ExportRequest request, @BeanParam CsvRequest csv) {
        return collection.exportCsv(outputs, request, csv, filter.filters());
    }

    @GET
    @Path("outputs/{id}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get an output")
    public Response getOutput(@RestPath String id, @BeanParam ReadRequest request) {
        return documents.get(outputs, id, request);
    }

    @PUT
    @Path("outputs/{id}")
    @RolesAllowed("curator")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create or replace an output")
    public Response putOutput(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.put(outputs, id, body, request);
    }

    @PATCH
    @Path("outputs/{id}")
    @RolesAllowed("curator")
    @Consumes({DocumentEndpoint.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Patch an output")
    public Response patchOutput(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.patch(outputs, id, body, request);
    }

    @DELETE
    @Path("outputs/{id}")
    @RolesAllowed("curator")
    @Operation(summary = "Retract an output")
    public Response retractOutput(@RestPath String id, @BeanParam WriteRequest request) {
        return documents.retract(outputs, id, request);
    }

    @POST
    @Path("outputs/batch")
    @RolesAllowed("curator")
    @Consumes(CollectionEndpoint.NDJSON)
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Write outputs in a batch")
    public Response batchOutputs(byte[] body, @BeanParam ChangeRequest request) {
        return documents.batch(outputs, body, request);
    }

    @GET
    @Path("outputs/{id}/history")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the history of an output")
    public Response getOutputHistory(@RestPath String id, @RestQuery @Nullable String knownAt) {
        return documents.history(outputs, id, knownAt);
    }

    @GET
    @Path("outputs/{id}/versions/{version}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a version of an output")
    public Response getOutputVersion(@RestPath String id, @RestPath String version, @BeanParam ReadRequest request) {
        return documents.version(outputs, id, version, request);
    }
}
