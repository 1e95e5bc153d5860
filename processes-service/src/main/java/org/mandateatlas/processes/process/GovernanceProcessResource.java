package org.mandateatlas.processes.process;

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

/** Endpoints of processes. */
@Path("/v1")
@Tag(name = "Processes", description = "Forums and undertakings in which states and others deal with migration.")
@RunOnVirtualThread
class GovernanceProcessResource {

    private final CollectionEndpoint collection;
    private final DocumentEndpoint documents;
    private final GovernanceProcesses processes;

    GovernanceProcessResource(
            CollectionEndpoint collection, DocumentEndpoint documents, GovernanceProcesses processes) {
        this.collection = collection;
        this.documents = documents;
        this.processes = processes;
    }

    @GET
    @Path("processes")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.NDJSON, CollectionEndpoint.CSV})
    @Operation(summary = "List processes")
    public Response listProcesses(@BeanParam GovernanceProcessFilter filter, @BeanParam ListRequest request) {
        return collection.list(processes, request, filter.conditions());
    }

    @GET
    @Path("processes.ndjson")
    @PermitAll
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Export processes as NDJSON")
    public Response exportProcessesNdjson(@BeanParam GovernanceProcessFilter filter, @BeanParam ExportRequest request) {
        return collection.exportNdjson(processes, request, filter.conditions());
    }

    @GET
    @Path("processes.csv")
    @PermitAll
    @Produces(CollectionEndpoint.CSV)
    @Operation(summary = "Export processes as CSV")
    public Response exportProcessesCsv(
            @BeanParam GovernanceProcessFilter filter, @BeanParam ExportRequest request, @BeanParam CsvRequest csv) {
        return collection.exportCsv(processes, request, csv, filter.conditions());
    }

    @GET
    @Path("processes/{id}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a process")
    public Response getProcess(@RestPath String id, @BeanParam ReadRequest request) {
        return documents.get(processes, id, request);
    }

    @PUT
    @Path("processes/{id}")
    @RolesAllowed("curator")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create or replace a process")
    public Response putProcess(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.put(processes, id, body, request);
    }

    @PATCH
    @Path("processes/{id}")
    @RolesAllowed("curator")
    @Consumes({DocumentEndpoint.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Patch a process")
    public Response patchProcess(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.patch(processes, id, body, request);
    }

    @DELETE
    @Path("processes/{id}")
    @RolesAllowed("curator")
    @Operation(summary = "Retract a process")
    public Response retractProcess(@RestPath String id, @BeanParam WriteRequest request) {
        return documents.retract(processes, id, request);
    }

    @POST
    @Path("processes/batch")
    @RolesAllowed("curator")
    @Consumes(CollectionEndpoint.NDJSON)
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Write processes in a batch")
    public Response batchProcesses(byte[] body, @BeanParam ChangeRequest request) {
        return documents.batch(processes, body, request);
    }

    @GET
    @Path("processes/{id}/history")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the history of a process")
    public Response getProcessHistory(@RestPath String id, @RestQuery @Nullable String knownAt) {
        return documents.history(processes, id, knownAt);
    }

    @GET
    @Path("processes/{id}/versions/{version}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a version of a process")
    public Response getProcessVersion(@RestPath String id, @RestPath String version, @BeanParam ReadRequest request) {
        return documents.version(processes, id, version, request);
    }
}
