package org.mandateatlas.gateway.proxy;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.mandateatlas.edge.PublicAddress;
import org.mandateatlas.gateway.cache.CacheEntry;
import org.mandateatlas.gateway.cache.CacheKey;
import org.mandateatlas.gateway.cache.CacheStatus;
import org.mandateatlas.gateway.cache.OriginFetch;
import org.mandateatlas.gateway.cache.Outcome;
import org.mandateatlas.gateway.cache.ResponseCache;

/**
 * A public read that is served from the cache or fetched once for all concurrent identical requests.
 */
public final class CachedRead {

    private static final CharSequence ACCEPT_DATETIME = HttpHeaders.createOptimized("accept-datetime");

    private final RoutingContext context;
    private final ResponseCache cache;
    private final Origin origin;

    /** Creates one. */
    public CachedRead(RoutingContext context, ResponseCache cache, Origin origin) {
        this.context = context;
        this.cache = cache;
        this.origin = origin;
    }

    /** The origin of a response that is not cached. */
    public interface Origin extends OriginFetch {

        /** Prepares the fetch of a response that is not cached, or no longer current. */
        void expect(CacheStatus status);

        /** Returns whether a fetch for this client writes the response itself. */
        boolean responds();

        /** Serves this client without the cache. */
        void bypass();

        /** Responds to this client after a failed fetch. */
        void fail(Throwable failure);
    }

    /** Returns whether a request is a public read of a whole response, by a client that accepts a cached one. */
    public static boolean suits(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET)
                && !request.headers().contains(HttpHeaders.AUTHORIZATION)
                && !request.headers().contains(HttpHeaderNames.RANGE)
                && !request.headers().contains(ACCEPT_DATETIME)
                && !refusesCache(request)
                && !ProxyExchange.announcesBody(request);
    }

    private static boolean refusesCache(HttpServerRequest request) {
        if (!request.headers().contains(HttpHeaders.CACHE_CONTROL)) {
            return false;
        }
        return request.headers().getAll(HttpHeaders.CACHE_CONTROL).stream()
                .anyMatch(control -> control.contains("no-cache") || control.contains("no-store"));
    }

    /** Serves a request from the cache if it has a current response; returns whether it does. */
    static boolean serve(RoutingContext context, ResponseCache cache, long day) {
        CacheEntry entry = cache.find(key(context, day));
        if (entry == null || !entry.isCurrent()) {
            return false;
        }
        send(context, cache, entry, CacheStatus.HIT);
        return true;
    }

    /** Handles the request. */
    public void begin(long day) {
        CacheKey key = key(context, day);
        CacheEntry entry = cache.find(key);
        if (entry != null && entry.isCurrent()) {
            send(context, cache, entry, CacheStatus.HIT);
        } else {
            CacheStatus status = entry == null ? CacheStatus.MISS : CacheStatus.STALE;
            origin.expect(status);
            cache.read(key, origin)
                    .onSuccess(outcome -> respond(outcome, status))
                    .onFailure(origin::fail);
        }
    }

    private static CacheKey key(RoutingContext context, long day) {
        HttpServerRequest request = context.request();
        List<String> accept = request.headers().getAll(HttpHeaders.ACCEPT);
        return CacheKey.ofClient(
                PublicAddress.of(request),
                context.normalizedPath(),
                request.query(),
                accept.size() == 1 ? accept.getFirst() : String.join(",", accept),
                day);
    }

    private void respond(Outcome outcome, CacheStatus status) {
        if (origin.responds()) {
            return;
        }
        if (context.response().closed()) {
            if (outcome instanceof Outcome.Own own) {
                own.response().request().reset();
            }
            return;
        }
        switch (outcome) {
            case Outcome.Shared shared ->
                send(context, cache, shared.entry(), shared.status() == CacheStatus.MISS ? status : shared.status());
            case Outcome.Own own -> stream(own, status);
            case Outcome.None none -> origin.bypass();
        }
    }

    private static void send(RoutingContext context, ResponseCache cache, CacheEntry entry, CacheStatus status) {
        cache.count(status);
        RequestBody.discard(context.request());
        new ResponseForwarder(context).cacheStatus(status).send(entry);
    }

    private void stream(Outcome.Own own, CacheStatus status) {
        cache.count(status);
        HttpClientResponse incoming = own.response();
        context.addEndHandler(end -> {
            if (end.failed()) {
                incoming.request().reset();
            }
        });
        new ResponseForwarder(context).cacheStatus(status).evaluate(incoming, own.begun());
    }
}
