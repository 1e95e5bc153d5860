package org.mandateatlas.institutions.institution;

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

/** Endpoints of institutions. */
@Path("/v1")
@Tag(name = "Institutions", description = "Institutions with their names, UN status and relations over time.")
@RunOnVirtualThread
class InstitutionResource {

    private final CollectionEndpoint collection;
    private final DocumentEndpoint documents;
    private final Institutions institutions;

    InstitutionResource(CollectionEndpoint collection, DocumentEndpoint documents, Institutions institutions) {
        this.collection = collection;
        this.documents = documents;
        this.institutions = institutions;
    }

    @GET
    @Path("institutions")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.NDJSON, CollectionEndpoint.CSV})
    @Operation(summary = "List institutions")
    public Response listInstitutions(@BeanParam InstitutionFilter filter, @BeanParam ListRequest request) {
        return collection.list(institutions, request, filter.filters());
    }

    @GET
    @Path("institutions.ndjson")
    @PermitAll
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Export institutions as NDJSON")
    public Response exportInstitutionsNdjson(@BeanParam InstitutionFilter filter, @BeanParam ExportRequest request) {
        return collection.exportNdjson(institutions, request, filter.filters());
    }

    @GET
    @Path("institutions.csv")
    @PermitAll
    @Produces(CollectionEndpoint.CSV)
    @Operation(summary = "Export institutions as CSV")
    public Response exportInstitutionsCsv(
            @BeanParam InstitutionFilter filter, @BeanParam ExportRequest request, @BeanParam CsvRequest csv) {
        return collection.exportCsv(institutions, request, csv, filter.filters());
    }

    @GET
    @Path("institutions/{id}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get an institution")
    public Response getInstitution(@RestPath String id, @BeanParam ReadRequest request) {
        return documents.get(institutions, id, request);
    }

    @PUT
    @Path("institutions/{id}")
    @RolesAllowed("curator")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create or replace an institution")
    public Response putInstitution(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.put(institutions, id, body, request);
    }

    @PATCH
    @Path("institutions/{id}")
    @RolesAllowed("curator")
    @Consumes({DocumentEndpoint.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Patch an institution")
    public Response patchInstitution(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.patch(institutions, id, body, request);
    }

    @DELETE
    @Path("institutions/{id}")
    @RolesAllowed("curator")
    @Operation(summary = "Retract an institution")
    public Response retractInstitution(@RestPath String id, @BeanParam WriteRequest request) {
        return documents.retract(institutions, id, request);
    }

    @POST
    @Path("institutions/batch")
    @RolesAllowed("curator")
    @Consumes(CollectionEndpoint.NDJSON)
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Write institutions in a batch")
    public Response batchInstitutions(byte[] body, @BeanParam ChangeRequest request) {
        return documents.batch(institutions, body, request);
    }

    @GET
    @Path("institutions/{id}/history")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the history of an institution")
    public Response getInstitutionHistory(@RestPath String id, @RestQuery @Nullable String knownAt) {
        return documents.history(institutions, id, knownAt);
    }

    @GET
    @Path("institutions/{id}/versions/{version}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a version of an institution")
    public Response getInstitutionVersion(
            @RestPath String id, @RestPath String version, @BeanParam ReadRequest request) {
        return documents.version(institutions, id, version, request);
    }
}
