package org.mandateatlas.gateway.snapshot;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.gateway.snapshot.SnapshotDownloads.Download;

/** All documents at a pair of times as one stream of lines. */
@Path("/v1/snapshot")
@Singleton
@PermitAll
@Tag(name = "Snapshot", description = "All documents in one response.")
class SnapshotResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final String FIRST_LINE = """
            {"snapshot": {"position": "institution:50,mandate:117", "validAt": null, "knownAt": null, "streams": {"institution": \
            "institutions", "mandate": "mandates"}}}""";
    private static final String DOCUMENT_LINE = """
            {"stream": "mandate", "document": {"id": "iom-forum", "version": 1, "institution": "iom"}}""";
    private static final String LAST_LINE = """
            {"end": {"documents": 1}}""";

    private final SnapshotReader reader;
    private final SnapshotDownloads downloads;
    private final ObjectMapper mapper;
    private final Clock clock;

    SnapshotResource(SnapshotReader reader, SnapshotDownloads downloads, ObjectMapper mapper, Clock clock) {
        this.reader = reader;
        this.downloads = downloads;
        this.mapper = mapper;
        this.clock = clock;
    }

    @GET
    @Produces(NDJSON)
    @RunOnVirtualThread
    @Operation(summary = "Get all documents", description = """
                    All documents of all streams at a pair of times, one per line, and the position from which the feed continues: \
                    apply the events of `/v1/changes?after=<position>` to the snapshot to get the current state.

                    The first line is `{"snapshot": …}`, then one line `{"stream": …, "document": …}` per document, ordered by stream \
                    and id, and the last line is `{"end": {"documents": …}}`. A snapshot without its last line is incomplete. A \
                    document is the same as in events: it has no `status`, which depends on the date. With `validAt` the snapshot \
                    contains the documents valid on that date, as of that date.

                    Clients may read slowly, but the connection is closed after two minutes without any read. A client may read four \
                    snapshots at the same time.""")
    @APIResponse(
            responseCode = "200",
            description = "The documents",
            headers =
                    @Header(
                            name = Position.HEADER,
                            description = "The position that the snapshot reflects.",
                            schema = @Schema(implementation = String.class)),
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = SnapshotLine.class),
                            examples = {
                                @ExampleObject(name = "first", summary = "The first line", value = FIRST_LINE),
                                @ExampleObject(name = "document", summary = "A document", value = DOCUMENT_LINE),
                                @ExampleObject(name = "last", summary = "The last line", value = LAST_LINE)
                            }))
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response getSnapshot(@BeanParam SnapshotQuery query, @Context RoutingContext context) {
        var times = query.times(clock);
        var download = downloads.begin(context);
        var isRead = false;
        try {
            var snapshot = reader.begin(times);
            var response = Response.ok()
                    .type(NDJSON)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header(HttpHeaders.LINK, "</dataset>; rel=\"describedby\"")
                    .header(Position.HEADER, snapshot.position());
            if (!HttpMethod.HEAD.equals(context.request().method())) {
                isRead = true;
                response.entity(body(snapshot, download, context));
            }
            return response.build();
        } finally {
            if (!isRead) {
                download.close();
            }
        }
    }

    private StreamingOutput body(Snapshot snapshot, Download download, RoutingContext context) {
        return out -> {
            try (download) {
                new SnapshotWriter(reader, mapper, context.response()).write(snapshot, out);
            }
        };
    }
}
