package org.mandateatlas.gateway.proxy;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.mandateatlas.edge.SeenPosition;
import org.mandateatlas.gateway.cache.ResponseCache;
import org.mandateatlas.gateway.cache.Today;
import org.mandateatlas.gateway.http.HandlerOrder;

/** Serves public reads whose response is cached and current before anything else is done for them. */
@Singleton
class CachedReads {

    private final ResponseCache cache;
    private final Today today;
    private final SeenPosition seen;

    CachedReads(ResponseCache cache, Today today, SeenPosition seen) {
        this.cache = cache;
        this.today = today;
        this.seen = seen;
    }

    void register(@Observes Router router) {
        router.route("/v1/*").order(HandlerOrder.SEEN_POSITION.order()).handler(seen::await);
        router.route("/v1/*").order(HandlerOrder.CACHED_READS.order()).handler(this::serve);
    }

    private void serve(RoutingContext context) {
        if (!CachedRead.suits(context.request()) || !cache.isOpen() || !CachedRead.serve(context, cache, today.day())) {
            context.next();
        }
    }
}
