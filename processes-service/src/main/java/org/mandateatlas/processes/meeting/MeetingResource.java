package org.mandateatlas.processes.meeting;

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

/** Endpoints of meetings. */
@Path("/v1")
@Tag(name = "Meetings", description = "Meetings of processes.")
@RunOnVirtualThread
class MeetingResource {

    private final CollectionEndpoint collection;
    private final DocumentEndpoint documents;
    private final Meetings meetings;

    MeetingResource(CollectionEndpoint collection, DocumentEndpoint documents, Meetings meetings) {
        this.collection = collection;
        this.documents = documents;
        this.meetings = meetings;
    }

    @GET
    @Path("meetings")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CollectionEndpoint.NDJSON, CollectionEndpoint.CSV})
    @Operation(summary = "List meetings")
    public Response listMeetings(@BeanParam MeetingFilter filter, @BeanParam ListRequest request) {
        return collection.list(meetings, request, filter.conditions());
    }

    @GET
    @Path("meetings.ndjson")
    @PermitAll
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Export meetings as NDJSON")
    public Response exportMeetingsNdjson(@BeanParam MeetingFilter filter, @BeanParam ExportRequest request) {
        return collection.exportNdjson(meetings, request, filter.conditions());
    }

    @GET
    @Path("meetings.csv")
    @PermitAll
    @Produces(CollectionEndpoint.CSV)
    @Operation(summary = "Export meetings as CSV")
    public Response exportMeetingsCsv(
            @BeanParam MeetingFilter filter, @BeanParam ExportRequest request, @BeanParam CsvRequest csv) {
        return collection.exportCsv(meetings, request, csv, filter.conditions());
    }

    @GET
    @Path("meetings/{id}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a meeting")
    public Response getMeeting(@RestPath String id, @BeanParam ReadRequest request) {
        return documents.get(meetings, id, request);
    }

    @PUT
    @Path("meetings/{id}")
    @RolesAllowed("curator")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create or replace a meeting")
    public Response putMeeting(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.put(meetings, id, body, request);
    }

    @PATCH
    @Path("meetings/{id}")
    @RolesAllowed("curator")
    @Consumes({DocumentEndpoint.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Patch a meeting")
    public Response patchMeeting(@RestPath String id, byte[] body, @BeanParam WriteRequest request) {
        return documents.patch(meetings, id, body, request);
    }

    @DELETE
    @Path("meetings/{id}")
    @RolesAllowed("curator")
    @Operation(summary = "Retract a meeting")
    public Response retractMeeting(@RestPath String id, @BeanParam WriteRequest request) {
        return documents.retract(meetings, id, request);
    }

    @POST
    @Path("meetings/batch")
    @RolesAllowed("curator")
    @Consumes(CollectionEndpoint.NDJSON)
    @Produces(CollectionEndpoint.NDJSON)
    @Operation(summary = "Write meetings in a batch")
    public Response batchMeetings(byte[] body, @BeanParam ChangeRequest request) {
        return documents.batch(meetings, body, request);
    }

    @GET
    @Path("meetings/{id}/history")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the history of a meeting")
    public Response getMeetingHistory(@RestPath String id, @RestQuery @Nullable String knownAt) {
        return documents.history(meetings, id, knownAt);
    }

    @GET
    @Path("meetings/{id}/versions/{version}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, DocumentEndpoint.JSON_LD})
    @Operation(summary = "Get a version of a meeting")
    public Response getMeetingVersion(@RestPath String id, @RestPath String version, @BeanParam ReadRequest request) {
        return documents.version(meetings, id, version, request);
    }
}
