package org.mandateatlas.gateway.compose;

import io.vertx.core.Context;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.mandateatlas.gateway.cache.ResponseCache;
import org.mandateatlas.gateway.cache.Today;
import org.mandateatlas.gateway.http.HandlerOrder;
import org.mandateatlas.gateway.proxy.CachedRead;
import org.mandateatlas.gateway.proxy.ProxyHandler;
import org.mandateatlas.gateway.ratelimit.RateLimit;

/** Looks up composite responses in the cache before they are composed, as forwarded reads are before they are forwarded. */
@Singleton
class CompositeReads {

    private static final List<String> PATHS =
            List.of("/v1/search", "/v1/suggest", "/v1/timeline", "/v1/diff", "/v1/:collection/:id/profile");

    private final ResponseCache cache;
    private final Today today;
    private final RateLimit limit;

    CompositeReads(ResponseCache cache, Today today, RateLimit limit) {
        this.cache = cache;
        this.today = today;
        this.limit = limit;
    }

    void register(@Observes Router router) {
        PATHS.forEach(path ->
                router.route(path).order(HandlerOrder.COMPOSITE_READS.order()).handler(this::begin));
    }

    private void begin(RoutingContext context) {
        ProxyHandler.exempt(context);
        if (Context.isOnEventLoopThread()) {
            read(context);
        } else {
            context.vertx().runOnContext(back -> read(context));
        }
    }

    private void read(RoutingContext context) {
        var origin = new CompositeRead(context, cache, () -> limit.chargeComposition(context));
        if (CachedRead.suits(context.request()) && cache.isOpen()) {
            new CachedRead(context, cache, origin).begin(today.day());
        } else {
            origin.bypass();
        }
    }
}
