package org.mandateatlas.gateway.forwarding;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.mandateatlas.gateway.cache.CacheEntry;
import org.mandateatlas.gateway.cache.CacheKey;
import org.mandateatlas.gateway.cache.CacheStatus;
import org.mandateatlas.gateway.cache.Dependencies;
import org.mandateatlas.gateway.cache.OriginFetch;
import org.mandateatlas.gateway.cache.Outcome;
import org.mandateatlas.gateway.cache.ResponseCache;
import org.mandateatlas.gateway.edge.PublicAddress;

/** A public read that is answered from the cache, or else by its owner, together with all who ask the same at the moment. */
final class CachedRead implements OriginFetch {

    private final RoutingContext context;
    private final ResponseCache cache;
    private final UpstreamClient calls;
    private final CacheDependencies foundations;
    private final Upstream owner;

    CachedRead(
            RoutingContext context,
            ResponseCache cache,
            UpstreamClient calls,
            CacheDependencies foundations,
            Upstream owner) {
        this.context = context;
        this.cache = cache;
        this.calls = calls;
        this.foundations = foundations;
        this.owner = owner;
    }

    /** Tells whether a request is a read of the whole that anybody may do, by a client that trusts what is kept. */
    static boolean suits(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET)
                && !request.headers().contains(HttpHeaders.AUTHORIZATION)
                && !request.headers().contains(HttpHeaderNames.RANGE)
                && !insists(request)
                && !ProxyExchange.announcesBody(request);
    }

    private static boolean insists(HttpServerRequest request) {
        if (!request.headers().contains(HttpHeaders.CACHE_CONTROL)) {
            return false;
        }
        return request.headers().getAll(HttpHeaders.CACHE_CONTROL).stream()
                .anyMatch(control -> control.contains("no-cache") || control.contains("no-store"));
    }

    /**
     * Answers the request.
     *
     * @param alone how it is answered when nothing can be shared
     */
    void begin(long day, Runnable alone) {
        context.request().resume();
        CacheKey question = question(day);
        CacheEntry kept = cache.find(question);
        if (kept != null && kept.isCurrent()) {
            give(kept, CacheStatus.HIT);
        } else {
            CacheStatus asked = kept == null ? CacheStatus.MISS : CacheStatus.STALE;
            cache.read(question, this)
                    .onSuccess(outcome -> told(outcome, asked, alone))
                    .onFailure(failure -> UpstreamErrors.tell(context, owner, failure, calls.retryAfter()));
        }
    }

    private CacheKey question(long day) {
        HttpServerRequest request = context.request();
        List<String> accept = request.headers().getAll(HttpHeaders.ACCEPT);
        return new CacheKey(
                PublicAddress.of(request),
                context.normalizedPath(),
                request.query(),
                accept.size() == 1 ? accept.getFirst() : String.join(",", accept),
                day);
    }

    @Override
    public Dependencies basis() {
        return foundations.of(owner, context.normalizedPath(), context.request().query());
    }

    @Override
    public Future<HttpClientResponse> ask() {
        return calls.prepare(
                        owner,
                        HttpMethod.GET,
                        ProxyExchange.uri(context),
                        headers -> ClientHeaders.passForAll(context, headers))
                .send();
    }

    private void told(Outcome outcome, CacheStatus asked, Runnable alone) {
        if (context.response().closed()) {
            if (outcome instanceof Outcome.Own own) {
                own.response().request().reset();
            }
            return;
        }
        switch (outcome) {
            case Outcome.Shared shared ->
                give(shared.answer(), shared.status() == CacheStatus.MISS ? asked : shared.status());
            case Outcome.Own own -> stream(own.response(), own.begun(), asked);
            case Outcome.None none -> alone.run();
        }
    }

    private void give(CacheEntry answer, CacheStatus status) {
        cache.count(status);
        new Delivery(context).tell(status).give(answer);
    }

    private void stream(HttpClientResponse incoming, Buffer begun, CacheStatus status) {
        cache.count(status);
        context.addEndHandler(end -> {
            if (end.failed()) {
                incoming.request().reset();
            }
        });
        new Delivery(context).tell(status).judge(incoming, begun);
    }
}
