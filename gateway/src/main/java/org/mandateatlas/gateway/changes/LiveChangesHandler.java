package org.mandateatlas.gateway.changes;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.mandateatlas.base.http.ContentNegotiation;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.gateway.http.HandlerOrder;
import org.mandateatlas.gateway.proxy.RoutingTable;

/** Opens live streams, also for requests to the change feed whose preferred media type is an event stream. */
@Singleton
class LiveChangesHandler {

    private static final List<MediaType> OFFERED = List.of(
            MediaType.APPLICATION_JSON_TYPE,
            MediaType.valueOf(ChangesResource.BATCH),
            MediaType.SERVER_SENT_EVENTS_TYPE);

    private final Feed feed;
    private final LiveStreams live;
    private final StartPositions starts;
    private final Set<String> streams;
    private final Clock clock;

    LiveChangesHandler(Feed feed, LiveStreams live, StartPositions starts, RoutingTable upstreams, Clock clock) {
        this.feed = feed;
        this.live = live;
        this.starts = starts;
        this.streams = upstreams.collectionsByStream().keySet();
        this.clock = clock;
    }

    void register(@Observes Router router) {
        route(router, ChangesResource.STREAM_PATH).handler(this::open);
        route(router, ChangesResource.PATH).handler(context -> {
            if (prefersEventStream(context)) {
                open(context);
            } else {
                context.next();
            }
        });
    }

    private static Route route(Router router, String path) {
        return router.route(path)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(HandlerOrder.LIVE_CHANGES.order());
    }

    private static boolean prefersEventStream(RoutingContext context) {
        var accept = context.request().headers().getAll(HttpHeaders.ACCEPT);
        return MediaType.SERVER_SENT_EVENTS_TYPE.equals(
                ContentNegotiation.preferred(accept.isEmpty() ? null : String.join(",", accept), OFFERED));
    }

    /** A start position that the feed does not have is rejected before the stream is opened, unless the feed is not ready. */
    private void open(RoutingContext context) {
        var request = ChangesRequest.of(
                ChangesQuery.ofStream(context.queryParams()),
                context.request().getHeader("Last-Event-ID"),
                streams,
                clock);
        if (context.request().method().equals(HttpMethod.HEAD)) {
            context.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, ChangesResource.EVENT_STREAM)
                    .end();
        } else if (feed.isReady()) {
            starts.resolve(request.start())
                    .onSuccess(start -> live.open(context, request, start))
                    .onFailure(failure -> reject(context, request, failure));
        } else {
            live.open(context, request, null);
        }
    }

    private void reject(RoutingContext context, ChangesRequest request, Throwable failure) {
        if (!(failure instanceof ProblemException problem)) {
            context.fail(failure);
        } else if (problem.type() == ProblemType.FEED_UNAVAILABLE) {
            live.open(context, request, null);
        } else {
            ProblemResponse.send(context, problem);
        }
    }
}
