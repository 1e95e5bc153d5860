package org.mandateatlas.gateway.proxy;

import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.mandateatlas.edge.RequestBodies;
import org.mandateatlas.feed.StreamPositions;
import org.mandateatlas.gateway.cache.CacheStatus;
import org.mandateatlas.gateway.cache.ResponseCache;
import org.mandateatlas.gateway.cache.Today;
import org.mandateatlas.gateway.http.HandlerOrder;

/** Sends each request below {@code /v1} to the upstream that owns its collection. */
@Singleton
public class ProxyHandler {

    private static final String EXEMPT = ProxyHandler.class.getName();
    private static final Set<HttpMethod> WRITES =
            Set.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.POST, HttpMethod.DELETE);

    private final RoutingTable upstreams;
    private final UpstreamClient calls;
    private final ResponseCache cache;
    private final Today today;
    private final CacheDependencies dependencies;
    private final RequestBodies bodies;
    private final StreamPositions positions;

    ProxyHandler(
            RoutingTable upstreams,
            UpstreamClient calls,
            ResponseCache cache,
            Today today,
            CacheDependencies dependencies,
            RequestBodies bodies,
            StreamPositions positions) {
        this.upstreams = upstreams;
        this.calls = calls;
        this.cache = cache;
        this.today = today;
        this.dependencies = dependencies;
        this.bodies = bodies;
        this.positions = positions;
    }

    void register(@Observes Router router) {
        router.route("/v1/*").order(HandlerOrder.PROXY.order()).handler(this::forward);
    }

    /** Marks a request that the gateway handles itself although its path belongs to an upstream. */
    public static void exempt(RoutingContext context) {
        context.put(EXEMPT, true);
    }

    private void forward(RoutingContext context) {
        String path = context.normalizedPath();
        Upstream upstream = path.length() > "/v1/".length() ? upstreams.ofPath(path) : null;
        if (upstream == null || context.get(EXEMPT) != null) {
            context.next();
        } else if (Context.isOnEventLoopThread()) {
            forward(context, upstream);
        } else {
            context.vertx().runOnContext(back -> forward(context, upstream));
        }
    }

    private void forward(RoutingContext context, Upstream upstream) {
        if (CachedRead.suits(context.request()) && cache.isOpen()) {
            var read = new ForwardedRead(context, calls, dependencies, upstream, () -> pass(context, upstream));
            new CachedRead(context, cache, read).begin(today.day());
        } else {
            pass(context, upstream);
        }
    }

    private void pass(RoutingContext context, Upstream upstream) {
        if (UpstreamRequest.READS.contains(context.request().method())) {
            cache.count(CacheStatus.BYPASS);
        }
        new ProxyExchange(context, calls, upstream, bodies, outcome(context, upstream)).begin();
    }

    private WriteOutcome outcome(RoutingContext context, Upstream upstream) {
        String path = context.normalizedPath();
        boolean writes = WRITES.contains(context.request().method()) && !upstreams.isPostQuery(path);
        return new WriteOutcome(writes ? dependencies.movedBy(upstream, path) : Set.of(), positions);
    }
}
