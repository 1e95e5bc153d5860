package org.mandateatlas.gateway.changes;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.EventBatch;
import org.mandateatlas.feed.EventBatch.Entry;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.gateway.http.PublicAddress;

/** The latest changes of mandates for feed readers. */
@Path(AtomFeedResource.PATH)
@Singleton
@PermitAll
@NonBlocking
@Tag(name = "Changes")
class AtomFeedResource {

    static final String PATH = ChangesResource.PATH + ".atom";

    private static final String ATOM = "application/atom+xml";
    private static final String STREAM = "mandate";
    private static final int ENTRIES = 50;

    private final Feed feed;

    AtomFeedResource(Feed feed) {
        this.feed = feed;
    }

    @GET
    @Produces(ATOM)
    @Operation(
            summary = "Get the latest changes of mandates",
            description = "The fifty latest changes of mandates as an Atom feed (RFC 4287), newest first.")
    @APIResponse(
            responseCode = "200",
            description = "The latest changes",
            headers =
                    @Header(
                            name = Position.HEADER,
                            description = "The position after the newest of them.",
                            schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = ATOM, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "503", ref = "FeedUnavailable")
    public CompletionStage<Response> getMandateChangesAtom(@Context HttpServerRequest request) {
        var address = PublicAddress.of(request);
        var head = feed.head();
        return feed.read(head.with(STREAM, Math.max(0, head.of(STREAM) - ENTRIES)), ENTRIES)
                .map(batch -> response(batch, address))
                .toCompletionStage();
    }

    private static Response response(EventBatch batch, PublicAddress address) {
        var events = batch.entries().stream()
                .map(Entry::event)
                .filter(event -> event.stream().equals(STREAM))
                .toList()
                .reversed();
        return Response.ok(AtomFeed.document(address, events))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(Position.HEADER, batch.position())
                .build();
    }
}
