package org.mandateatlas.gateway.forwarding;

import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.mandateatlas.feed.StreamPositions;
import org.mandateatlas.gateway.cache.CacheStatus;
import org.mandateatlas.gateway.cache.ResponseCache;
import org.mandateatlas.gateway.cache.Today;
import org.mandateatlas.gateway.edge.BodyLimit;
import org.mandateatlas.gateway.edge.HandlerOrder;

/** Sends each request below {@code /v1} to the upstream that owns its collection. */
@Singleton
public class Forwarding {

    private static final String EXEMPT = Forwarding.class.getName();
    private static final Set<HttpMethod> WRITES =
            Set.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.POST, HttpMethod.DELETE);

    private final RoutingTable owners;
    private final BodyLimit bodyLimit;
    private final UpstreamClient calls;
    private final ResponseCache cache;
    private final Today today;
    private final CacheDependencies foundations;
    private final StreamPositions heads;

    Forwarding(
            RoutingTable owners,
            BodyLimit bodyLimit,
            UpstreamClient calls,
            ResponseCache cache,
            Today today,
            CacheDependencies foundations,
            StreamPositions heads) {
        this.owners = owners;
        this.bodyLimit = bodyLimit;
        this.calls = calls;
        this.cache = cache;
        this.today = today;
        this.foundations = foundations;
        this.heads = heads;
    }

    void register(@Observes Router router) {
        router.route("/v1/*").order(HandlerOrder.PROXY.order()).handler(this::forward);
    }

    /** Marks a request that the gateway answers itself although its path is below a collection of an upstream. */
    public static void exempt(RoutingContext context) {
        context.put(EXEMPT, true);
    }

    private void forward(RoutingContext context) {
        String path = context.normalizedPath();
        Upstream owner = path.length() > "/v1/".length() ? owners.ofPath(path) : null;
        if (owner == null || context.get(EXEMPT) != null) {
            context.next();
        } else if (Context.isOnEventLoopThread()) {
            forward(context, owner);
        } else {
            context.vertx().runOnContext(back -> forward(context, owner));
        }
    }

    private void forward(RoutingContext context, Upstream owner) {
        if (CachedRead.suits(context.request()) && cache.isOpen()) {
            var read = new ForwardedRead(context, calls, foundations, owner, () -> pass(context, owner));
            new CachedRead(context, cache, read).begin(today.day());
        } else {
            pass(context, owner);
        }
    }

    private void pass(RoutingContext context, Upstream owner) {
        if (UpstreamRequest.READS.contains(context.request().method())) {
            cache.count(CacheStatus.BYPASS);
        }
        new ProxyExchange(context, calls, bodyLimit, owner, outcome(context, owner)).begin();
    }

    private WriteOutcome outcome(RoutingContext context, Upstream owner) {
        String path = context.normalizedPath();
        boolean writes = WRITES.contains(context.request().method()) && !owners.isQuestion(path);
        return new WriteOutcome(writes ? foundations.movedBy(owner, path) : Set.of(), heads);
    }
}
