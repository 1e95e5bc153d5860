package org.mandateatlas.institutions.instrument;

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

/** Endpoints of instruments. */
@Path("/v1")
@Tag(name = "Instruments", description = "Treaties, constitutions, resolutions and declarations.")
@RunOnVirtualThread
class InstrumentResource {

    private final CollectionEndpoint collection;
    private final DocumentEndpoint documents;
    private final Instruments instruments;

    InstrumentResource(CollectionEndpoint collection, DocumentEndpoint documents, Instruments instruments) {
        this.collection = collection;
        this.documents = documents;
        this.instruments = instruments;
    }

    @GET
    @Path("instruments")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.NDJSON, CollectionEndpoint.CSV})
    @Operation(summary = "List instruments")
    public Response listInstruments(@BeanParam InstrumentFilter filter, @BeanParam ListRequest request) {
        return collection.list(instruments, request, filter.filters());
    }

    @GET
    @Path("instruments.ndjson")
    @PermitAll
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Export instruments as NDJSON")
    public Response exportInstrumentsNdjson(@BeanParam InstrumentFilter filter, @BeanParam ExportRequest request) {
        return collection.exportNdjson(instruments, request, filter.filters());
    }

    @GET
    @Path("instruments.csv")
    @PermitAll
    @Produces(CollectionEndpoint.CSV)
    @Operation(summary = "Export instruments as CSV")
    public Response exportInstrumentsCsv(
            @BeanParam InstrumentFilter filter, @BeanParam ExportRequest request, @BeanParam CsvRequest csv) {
        return collection.exportCsv(instruments, request, csv, filter.filters());
    }

    @GET
    @Path("instruments/{id}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get an instrument")
    public Response getInstrument(@RestPath String id, @BeanParam ReadRequest request) {
        return documents.get(instruments, id, request);
    }

    @PUT
    @Path("instruments/{id}")
    @RolesAllowed("curator")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create or replace an instrument")
    public Response putInstrument(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.put(instruments, id, body, request);
    }

    @PATCH
    @Path("instruments/{id}")
    @RolesAllowed("curator")
    @Consumes({DocumentEndpoint.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Patch an instrument")
    public Response patchInstrument(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.patch(instruments, id, body, request);
    }

    @DELETE
    @Path("instruments/{id}")
    @RolesAllowed("curator")
    @Operation(summary = "Retract an instrument")
    public Response retractInstrument(@RestPath String id, @BeanParam WriteRequest request) {
        return documents.retract(instruments, id, request);
    }

    @POST
    @Path("instruments/batch")
    @RolesAllowed("curator")
    @Consumes(CollectionEndpoint.NDJSON)
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Write instruments in a batch")
    public Response batchInstruments(byte[] body, @BeanParam ChangeRequest request) {
        return documents.batch(instruments, body, request);
    }

    @GET
    @Path("instruments/{id}/history")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the history of an instrument")
    public Response getInstrumentHistory(@RestPath String id, @RestQuery @Nullable String knownAt) {
        return documents.history(instruments, id, knownAt);
    }

    @GET
    @Path("instruments/{id}/versions/{version}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a version of an instrument")
    public Response getInstrumentVersion(
            @RestPath String id, @RestPath String version, @BeanParam ReadRequest request) {
        return documents.version(instruments, id, version, request);
    }
}
