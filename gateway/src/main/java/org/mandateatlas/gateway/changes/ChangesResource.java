package org.mandateatlas.gateway.changes;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.edge.PublicAddress;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.gateway.proxy.RoutingTable;

/** The change feed as pages. {@link LiveChangesHandler} takes the requests that accept an event stream first. */
@Path(ChangesResource.PATH)
@Singleton
@PermitAll
@Tag(name = "Changes", description = "All changes as one feed.")
class ChangesResource {

    static final String PATH = "/v1/changes";
    static final String STREAM_PATH = PATH + "/stream";
    static final String JSON = MediaType.APPLICATION_JSON;
    static final String BATCH = "application/cloudevents-batch+json";
    static final String EVENT_STREAM = MediaType.SERVER_SENT_EVENTS;

    private static final MediaType BATCH_TYPE = MediaType.valueOf(BATCH);
    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, BATCH_TYPE).build();

    private final Feed feed;
    private final StartPositions starts;
    private final ChangesConfig config;
    private final Set<String> streams;
    private final Clock clock;

    ChangesResource(Feed feed, StartPositions starts, ChangesConfig config, RoutingTable upstreams, Clock clock) {
        this.feed = feed;
        this.starts = starts;
        this.config = config;
        this.streams = upstreams.collectionsByStream().keySet();
        this.clock = clock;
    }

    @GET
    @Produces({JSON, BATCH, EVENT_STREAM})
    @Operation(summary = "List changes", description = """
                    One feed of all streams, from the beginning by default. Events of one stream are in sequence order, events of \
                    different streams in the order of their recording. Each event has the same id, sequence and data as on Kafka.

                    The cursor is the position after an event and is independent of filters. A page may be short or empty before \
                    the end of the feed, because filtered events count towards a bound; `atEnd` tells whether the page reached \
                    the end.

                    With `Accept: application/cloudevents-batch+json` the response is only the array of events, with \
                    `Accept: text/event-stream` that of `/v1/changes/stream`.""")
    @APIResponse(
            responseCode = "200",
            description = "The changes",
            headers = {
                @Header(
                        name = Position.HEADER,
                        description = "The position after the page.",
                        schema = @Schema(implementation = String.class)),
                @Header(
                        name = HttpHeaders.LINK,
                        description = "The next page.",
                        schema = @Schema(implementation = String.class))
            },
            content = @Content(mediaType = JSON, schema = @Schema(ref = "ChangesPage")))
    @APIResponse(responseCode = "503", ref = "FeedUnavailable")
    public CompletionStage<Response> listChanges(
            @BeanParam ChangesPageQuery query, @Context Request request, @Context RoutingContext context) {
        var form = request.selectVariant(FORMS);
        var batch = form != null && BATCH_TYPE.isCompatible(form.getMediaType());
        var wanted = ChangesRequest.of(query, streams, clock);
        return starts.resolve(wanted.start())
                .compose(start -> ChangesPage.read(feed, start, wanted, config.pageScan()))
                .map(page -> response(page, batch, context))
                .toCompletionStage();
    }

    /** Describes the live feed, which {@link LiveChangesHandler} serves. */
    @GET
    @Path("stream")
    @NonBlocking
    @Produces(EVENT_STREAM)
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
                            mediaType = EVENT_STREAM,
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            description = "Server-sent events; the data of each is a `ChangeEvent` as"
                                                    + " JSON.")))
    @APIResponse(responseCode = "503", ref = "FeedUnavailable")
    public void streamChanges(@BeanParam ChangesQuery query) {
        throw new IllegalStateException("the handler responds");
    }

    private static Response response(ChangesPage page, boolean batch, RoutingContext context) {
        var next = next(context, page.position());
        var body = batch ? page.items() : document(context.request(), page, next);
        return Response.ok(body.getBytes(), batch ? BATCH : JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(Position.HEADER, page.position())
                .header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"")
                .build();
    }

    /** Events are stored as JSON texts, which the page contains unparsed. */
    private static Buffer document(HttpServerRequest request, ChangesPage page, String next) {
        var self = PublicAddress.of(request).link(Objects.requireNonNull(request.uri()));
        return Buffer.buffer("{\"self\":" + Json.encode(self)
                        + ",\"next\":" + Json.encode(next)
                        + ",\"position\":" + Json.encode(page.position().toString())
                        + ",\"atEnd\":" + page.atEnd()
                        + ",\"items\":")
                .appendBuffer(page.items())
                .appendString("}");
    }

    /** Returns the URL of the next page: the same query with another start position. */
    private static String next(RoutingContext context, Position position) {
        var filters = context.queryParams().entries().stream()
                .filter(parameter -> !ChangesRequest.STARTS.contains(parameter.getKey()))
                .map(parameter -> '&' + encode(parameter.getKey()) + '=' + encode(parameter.getValue()))
                .collect(Collectors.joining());
        return PublicAddress.of(context.request()).link(PATH + "?after=" + position + filters);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
