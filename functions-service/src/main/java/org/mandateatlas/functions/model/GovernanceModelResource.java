package org.mandateatlas.functions.model;

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

/** Endpoints of governance models. */
@Path("/v1")
@Tag(name = "Governance models", description = "Models of how governance can develop.")
@RunOnVirtualThread
class GovernanceModelResource {

    private final CollectionEndpoint collection;
    private final DocumentEndpoint documents;
    private final GovernanceModels models;

    GovernanceModelResource(CollectionEndpoint collection, DocumentEndpoint documents, GovernanceModels models) {
        this.collection = collection;
        this.documents = documents;
        this.models = models;
    }

    @GET
    @Path("governance-models")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.NDJSON, CollectionEndpoint.CSV})
    @Operation(summary = "List governance models")
    public Response listGovernanceModels(@BeanParam GovernanceModelFilter filter, @BeanParam ListRequest request) {
        return collection.list(models, request, filter.filters());
    }

    @GET
    @Path("governance-models.ndjson")
    @PermitAll
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Export governance models as NDJSON")
    public Response exportGovernanceModelsNdjson(
            @BeanParam GovernanceModelFilter filter, @BeanParam ExportRequest request) {
        return collection.exportNdjson(models, request, filter.filters());
    }

    @GET
    @Path("governance-models.csv")
    @PermitAll
    @Produces(CollectionEndpoint.CSV)
    @Operation(summary = "Export governance models as CSV")
    public Response exportGovernanceModelsCsv(
            @BeanParam GovernanceModelFilter filter, @BeanParam ExportRequest request, @BeanParam CsvRequest csv) {
        return collection.exportCsv(models, request, csv, filter.filters());
    }

    @GET
    @Path("governance-models/{id}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a governance model")
    public Response getGovernanceModel(@RestPath String id, @BeanParam ReadRequest request) {
        return documents.get(models, id, request);
    }

    @PUT
    @Path("governance-models/{id}")
    @RolesAllowed("curator")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create or replace a governance model")
    public Response putGovernanceModel(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.put(models, id, body, request);
    }

    @PATCH
    @Path("governance-models/{id}")
    @RolesAllowed("curator")
    @Consumes({DocumentEndpoint.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Patch a governance model")
    public Response patchGovernanceModel(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.patch(models, id, body, request);
    }

    @DELETE
    @Path("governance-models/{id}")
    @RolesAllowed("curator")
    @Operation(summary = "Retract a governance model")
    public Response retractGovernanceModel(@RestPath String id, @BeanParam WriteRequest request) {
        return documents.retract(models, id, request);
    }

    @POST
    @Path("governance-models/batch")
    @RolesAllowed("curator")
    @Consumes(CollectionEndpoint.NDJSON)
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Write governance models in a batch")
    public Response batchGovernanceModels(byte[] body, @BeanParam ChangeRequest request) {
        return documents.batch(models, body, request);
    }

    @GET
    @Path("governance-models/{id}/history")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the history of a governance model")
    public Response getGovernanceModelHistory(@RestPath String id, @RestQuery @Nullable String knownAt) {
        return documents.history(models, id, knownAt);
    }

    @GET
    @Path("governance-models/{id}/versions/{version}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a version of a governance model")
    public Response getGovernanceModelVersion(
            @RestPath String id, @RestPath String version, @BeanParam ReadRequest request) {
        return documents.version(models, id, version, request);
    }
}
