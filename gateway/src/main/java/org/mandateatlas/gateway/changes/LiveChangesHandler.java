package org.mandateatlas.gateway.changes;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.ParsableMIMEValue;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.gateway.http.HandlerOrder;
import org.mandateatlas.gateway.proxy.RoutingTable;

/** Opens live streams, also for requests to the change feed whose preferred media type is an event stream. */
@Singleton
class LiveChangesHandler {

    private static final List<MIMEHeader> FORMS = Stream.of(
                    ChangesResource.JSON, ChangesResource.BATCH, ChangesResource.EVENT_STREAM)
            .map(type -> (MIMEHeader) new ParsableMIMEValue(type).forceParse())
            .toList();

    private final Feed feed;
    private final LiveChanges live;
    private final Set<String> streams;
    private final Clock clock;

    LiveChangesHandler(Feed feed, LiveChanges live, RoutingTable upstreams, Clock clock) {
        this.feed = feed;
        this.live = live;
        this.streams = upstreams.collectionsByStream().keySet();
        this.clock = clock;
    }

    void register(@Observes Router router) {
        route(router, ChangesStreamResource.PATH).handler(this::open);
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
        var accepted = context.parsedHeaders().accept();
        return !accepted.isEmpty()
                && context.parsedHeaders().findBestUserAcceptedIn(accepted, FORMS) == FORMS.getLast();
    }

    private void open(RoutingContext context) {
        var request = ChangesRequest.of(
                ChangesQuery.ofStream(context.queryParams()),
                context.request().getHeader("Last-Event-ID"),
                feed,
                streams,
                clock);
        feed.head();
        if (context.request().method().equals(HttpMethod.HEAD)) {
            context.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, ChangesResource.EVENT_STREAM)
                    .end();
        } else {
            live.open(context, request);
        }
    }
}
