package org.mandateatlas.gateway.changes;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Date;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.text.Sha256;
import org.mandateatlas.edge.PublicAddress;
import org.mandateatlas.feed.EventBatch.Entry;
import org.mandateatlas.feed.Feed;

/** The changes of mandates for feed readers. */
@Path(AtomFeedResource.PATH)
@Singleton
@PermitAll
@NonBlocking
@Tag(name = "Changes")
class AtomFeedResource {

    static final String PATH = ChangesResource.PATH + ".atom";

    private static final String ATOM = "application/atom+xml";
    private static final String STREAM = "mandate";
    private static final String COLLECTION = "mandates";
    private static final int ENTRIES = 50;
    private static final int TAG_BYTES = 16;

    private final Feed feed;

    AtomFeedResource(Feed feed) {
        this.feed = feed;
    }

    @GET
    @Produces(ATOM)
    @Operation(summary = "Get the latest changes of mandates", description = """
                    Fifty changes of mandates as an Atom feed (RFC 4287), newest first. `next` links to older ones (RFC 5005). The ids \
                    of feed and entries are the same at every address of the gateway. Supports conditional requests.""")
    @APIResponse(
            responseCode = "200",
            description = "The changes",
            headers = {
                @Header(
                        name = Position.HEADER,
                        description = "The position after the newest of them.",
                        schema = @Schema(implementation = String.class)),
                @Header(
                        name = HttpHeaders.ETAG,
                        description = "Entity tag of the page.",
                        schema = @Schema(implementation = String.class)),
                @Header(
                        name = HttpHeaders.LAST_MODIFIED,
                        description = "When the newest of them was recorded.",
                        schema = @Schema(implementation = String.class))
            },
            content = @Content(mediaType = ATOM, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "Not modified")
    @APIResponse(responseCode = "503", ref = "FeedUnavailable")
    public CompletionStage<Response> exportChangesAtom(
            @Parameter(
                            description = "Only changes before this sequence of the stream.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    @RestQuery
                    @Nullable String before,
            @Context HttpServerRequest request,
            @Context Request conditions) {
        var head = feed.head();
        var end = head.of(STREAM) + 1;
        if (before != null) {
            end = Math.min(end, Parse.number("before", before, 1, Integer.MAX_VALUE));
        }
        var first = Math.max(1, end - ENTRIES);
        var page = head.with(STREAM, end - 1);
        var address = PublicAddress.of(request);
        var self = address.link(before == null ? PATH : PATH + "?before=" + before);
        var older = first == 1 ? null : address.link(PATH + "?before=" + first);
        return feed.read(head.with(STREAM, first - 1), (int) (end - first + 1))
                .map(batch -> batch.entries().stream()
                        .map(Entry::event)
                        .filter(event -> event.stream().equals(STREAM) && event.sequence() <= page.of(STREAM))
                        .toList()
                        .reversed())
                .map(events -> new AtomFeed(STREAM, COLLECTION, events, self, older))
                .map(feed -> response(feed, feed.document(address, PATH), page, conditions, request))
                .toCompletionStage();
    }

    /** If-None-Match takes precedence over If-Modified-Since (RFC 9110, 13.2.2). */
    private static Response response(
            AtomFeed feed, String document, Position position, Request conditions, HttpServerRequest request) {
        var tag = new EntityTag(Sha256.hex(Sha256.of(document), TAG_BYTES));
        var modified = Date.from(feed.updated());
        var unchanged = request.headers().contains(HttpHeaders.IF_NONE_MATCH)
                ? conditions.evaluatePreconditions(tag)
                : conditions.evaluatePreconditions(modified);
        var response = (unchanged == null ? Response.ok(document) : unchanged)
                .tag(tag)
                .lastModified(modified)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(Position.HEADER, position)
                .build();
        if (response.getStatus() == Status.PRECONDITION_FAILED.getStatusCode()) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED, "The feed has changed since If-Match or If-Unmodified-Since.");
        }
        return response;
    }
}
