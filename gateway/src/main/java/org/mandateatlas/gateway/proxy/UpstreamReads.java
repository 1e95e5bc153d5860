package org.mandateatlas.gateway.proxy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.cache.CacheEntry;
import org.mandateatlas.gateway.cache.CacheKey;
import org.mandateatlas.gateway.cache.CacheStatus;
import org.mandateatlas.gateway.cache.Dependencies;
import org.mandateatlas.gateway.cache.HttpFetch;
import org.mandateatlas.gateway.cache.Outcome;
import org.mandateatlas.gateway.cache.ResponseCache;
import org.mandateatlas.gateway.cache.Today;

/** Reads from upstreams through the cache and over the same connections that requests are forwarded on. */
@Singleton
class UpstreamReads implements Reads {

    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final int OK = 200;

    private final Vertx vertx;
    private final RoutingTable routes;
    private final UpstreamClient client;
    private final ResponseCache cache;
    private final Today today;
    private final CacheDependencies dependencies;

    UpstreamReads(
            Vertx vertx,
            RoutingTable routes,
            UpstreamClient client,
            ResponseCache cache,
            Today today,
            CacheDependencies dependencies) {
        this.vertx = vertx;
        this.routes = routes;
        this.client = client;
        this.cache = cache;
        this.today = today;
        this.dependencies = dependencies;
    }

    @Override
    public Future<UpstreamResponse> read(Upstream upstream, String uri) {
        return onEventLoop(() -> {
            if (!cache.isOpen()) {
                return uncached(upstream, uri);
            }
            var fetch = new Fetch(upstream, uri);
            CacheKey key = CacheKey.ofGateway(upstream.name(), fetch.path(), fetch.query(), JSON, today.day());
            CacheEntry entry = cache.find(key);
            if (entry != null && entry.isCurrent()) {
                return Future.succeededFuture(cached(entry, CacheStatus.HIT));
            }
            CacheStatus status = entry == null ? CacheStatus.MISS : CacheStatus.STALE;
            return cache.read(key, fetch).compose(outcome -> response(upstream, uri, outcome, status));
        });
    }

    @Override
    public Future<HttpClientResponse> stream(String uri) {
        Upstream upstream = Objects.requireNonNull(routes.ofPath(uri.split("\\?", 2)[0]), uri);
        return onEventLoop(() -> send(upstream, uri, NDJSON).onSuccess(HttpClientResponse::pause));
    }

    private Future<UpstreamResponse> response(Upstream upstream, String uri, Outcome outcome, CacheStatus status) {
        return switch (outcome) {
            case Outcome.Shared shared ->
                Future.succeededFuture(
                        cached(shared.entry(), shared.status() == CacheStatus.MISS ? status : shared.status()));
            case Outcome.Own own -> {
                cache.count(status);
                yield whole(own.response(), own.begun());
            }
            case Outcome.None none -> uncached(upstream, uri);
        };
    }

    private UpstreamResponse cached(CacheEntry entry, CacheStatus status) {
        cache.count(status);
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        entry.addHeadersTo(headers);
        return new UpstreamResponse(OK, headers, entry.body(), entry.versions());
    }

    private Future<UpstreamResponse> uncached(Upstream upstream, String uri) {
        cache.count(CacheStatus.BYPASS);
        return send(upstream, uri, JSON).compose(response -> whole(response, Buffer.buffer()));
    }

    private static Future<UpstreamResponse> whole(HttpClientResponse response, Buffer begun) {
        Future<Buffer> rest = response.body();
        response.resume();
        return rest.map(body ->
                new UpstreamResponse(response.statusCode(), response.headers(), begun.appendBuffer(body), null));
    }

    private Future<HttpClientResponse> send(Upstream upstream, String uri, String accept) {
        return client.prepare(upstream, HttpMethod.GET, uri, headers -> headers.set(HttpHeaders.ACCEPT, accept))
                .send();
    }

    /** Connections belong to event loops. */
    private <T> Future<T> onEventLoop(Supplier<Future<T>> read) {
        if (Context.isOnEventLoopThread()) {
            return read.get();
        }
        Promise<T> promise = Promise.promise();
        vertx.runOnContext(now -> read.get().onComplete(promise));
        return promise.future();
    }

    private final class Fetch implements HttpFetch {

        private final Upstream upstream;
        private final String uri;
        private final int mark;

        Fetch(Upstream upstream, String uri) {
            this.upstream = upstream;
            this.uri = uri;
            this.mark = uri.indexOf('?');
        }

        String path() {
            return mark < 0 ? uri : uri.substring(0, mark);
        }

        @Nullable String query() {
            return mark < 0 ? null : uri.substring(mark + 1);
        }

        @Override
        public Dependencies dependencies() {
            return dependencies.of(upstream, path(), query());
        }

        @Override
        public Future<HttpClientResponse> send() {
            return UpstreamReads.this.send(upstream, uri, JSON);
        }
    }
}
