package org.mandateatlas.gateway.changes;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mandateatlas.base.position.Position;

/** Describes the live change feed, which {@link LiveChangesHandler} serves. */
@Path(ChangesStreamResource.PATH)
@Singleton
@PermitAll
@NonBlocking
@Tag(name = "Changes")
class ChangesStreamResource {

    static final String PATH = ChangesResource.PATH + "/stream";

    @GET
    @Produces(ChangesResource.EVENT_STREAM)
    @Operation(summary = "Stream changes", description = """
                    The live feed as server-sent events, with the events of `/v1/changes`. The id of each message is the position \
                    after its event. A client that reconnects with it in `Last-Event-ID` misses and repeats no event. Heartbeats \
                    are comments. The stream is accepted at once, also while the gateway is starting, and begins when the feed \
                    is ready. A client that does not read for too long gets a last event `cut-off` with a problem document, and \
                    the stream ends.""")
    @Parameter(
            name = "Last-Event-ID",
            in = ParameterIn.HEADER,
            description = "The id of the last received event. Takes precedence over `after`.",
            schema = @Schema(implementation = String.class),
            example = "capacity:159,mandate:117")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            headers =
                    @Header(
                            name = Position.HEADER,
                            description =
                                    "The position that the stream starts after; absent while the gateway is starting.",
                            schema = @Schema(implementation = String.class)),
            content =
                    @Content(
                            mediaType = ChangesResource.EVENT_STREAM,
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            description =
                                                    "Server-sent events; the data of each is a `ChangeEvent` as JSON.")))
    @APIResponse(responseCode = "503", ref = "FeedUnavailable")
    public void streamChanges(@BeanParam ChangesQuery query) {
        throw new IllegalStateException("the handler responds");
    }
}
