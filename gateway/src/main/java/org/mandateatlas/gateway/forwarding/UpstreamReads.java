package org.mandateatlas.gateway.forwarding;

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
import org.mandateatlas.gateway.cache.OriginFetch;
import org.mandateatlas.gateway.cache.Outcome;
import org.mandateatlas.gateway.cache.ResponseCache;
import org.mandateatlas.gateway.cache.Today;

/** Reads from the owners through the cache and over the same connections that requests are forwarded on. */
@Singleton
class UpstreamReads implements Reads {

    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final int OK = 200;

    private final Vertx vertx;
    private final RoutingTable owners;
    private final UpstreamClient calls;
    private final ResponseCache cache;
    private final Today today;
    private final CacheDependencies foundations;

    UpstreamReads(
            Vertx vertx,
            RoutingTable owners,
            UpstreamClient calls,
            ResponseCache cache,
            Today today,
            CacheDependencies foundations) {
        this.vertx = vertx;
        this.owners = owners;
        this.calls = calls;
        this.cache = cache;
        this.today = today;
        this.foundations = foundations;
    }

    @Override
    public Future<Answer> read(String uri) {
        return onEventLoop(() -> {
            if (!cache.isOpen()) {
                return alone(uri);
            }
            var target = new Target(uri);
            CacheKey question = new CacheKey(null, target.path(), target.query(), JSON, today.day());
            CacheEntry kept = cache.find(question);
            if (kept != null && kept.isCurrent()) {
                return Future.succeededFuture(shared(kept, CacheStatus.HIT));
            }
            CacheStatus asked = kept == null ? CacheStatus.MISS : CacheStatus.STALE;
            return cache.read(question, target).compose(outcome -> told(uri, outcome, asked));
        });
    }

    @Override
    public Future<HttpClientResponse> stream(String uri) {
        return onEventLoop(() -> send(uri, NDJSON).onSuccess(HttpClientResponse::pause));
    }

    private Future<Answer> told(String uri, Outcome outcome, CacheStatus asked) {
        return switch (outcome) {
            case Outcome.Shared shared ->
                Future.succeededFuture(
                        shared(shared.answer(), shared.status() == CacheStatus.MISS ? asked : shared.status()));
            case Outcome.Own own -> {
                cache.count(asked);
                yield whole(own.response(), own.begun());
            }
            case Outcome.None none -> alone(uri);
        };
    }

    private Answer shared(CacheEntry kept, CacheStatus status) {
        cache.count(status);
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(kept.headers());
        return new Answer(OK, headers, kept.body());
    }

    private Future<Answer> alone(String uri) {
        cache.count(CacheStatus.BYPASS);
        return send(uri, JSON).compose(response -> whole(response, Buffer.buffer()));
    }

    private static Future<Answer> whole(HttpClientResponse response, Buffer begun) {
        Future<Buffer> rest = response.body();
        response.resume();
        return rest.map(body -> new Answer(response.statusCode(), response.headers(), begun.appendBuffer(body)));
    }

    private Future<HttpClientResponse> send(String uri, String accept) {
        return calls.prepare(owner(uri), HttpMethod.GET, uri, headers -> headers.set(HttpHeaders.ACCEPT, accept))
                .send();
    }

    private Upstream owner(String uri) {
        int query = uri.indexOf('?');
        return Objects.requireNonNull(
                owners.ofPath(query < 0 ? uri : uri.substring(0, query)), () -> "nobody owns " + uri);
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

    /** What is read. */
    private final class Target implements OriginFetch {

        private final String uri;
        private final int mark;

        Target(String uri) {
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
        public Dependencies basis() {
            return foundations.of(owner(uri), path(), query());
        }

        @Override
        public Future<HttpClientResponse> ask() {
            return send(uri, JSON);
        }
    }
}
