package org.mandateatlas.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.mandateatlas.gateway.cache.CacheStatus;
import org.mandateatlas.gateway.cache.Dependencies;
import org.mandateatlas.gateway.cache.HttpFetch;

/** A client's read, fetched from the upstream of its collection. */
final class ForwardedRead implements HttpFetch, CachedRead.Origin {

    private final RoutingContext context;
    private final UpstreamClient client;
    private final CacheDependencies dependencies;
    private final Upstream upstream;
    private final Runnable bypass;

    /**
     * Creates one.
     *
     * @param bypass forwards the request of this client alone
     */
    ForwardedRead(
            RoutingContext context,
            UpstreamClient client,
            CacheDependencies dependencies,
            Upstream upstream,
            Runnable bypass) {
        this.context = context;
        this.client = client;
        this.dependencies = dependencies;
        this.upstream = upstream;
        this.bypass = bypass;
    }

    @Override
    public Dependencies dependencies() {
        return dependencies.of(
                upstream, context.normalizedPath(), context.request().query());
    }

    @Override
    public Future<HttpClientResponse> send() {
        return client.prepare(
                        upstream,
                        HttpMethod.GET,
                        ProxyExchange.uri(context),
                        headers -> ClientHeaders.passForAll(context, headers))
                .send();
    }

    @Override
    public void expect(CacheStatus status) {
        RequestBody.discard(context.request());
    }

    @Override
    public boolean responds() {
        return false;
    }

    @Override
    public void bypass() {
        bypass.run();
    }

    @Override
    public void fail(Throwable failure) {
        UpstreamErrors.send(context, upstream, failure, client.retryAfter());
    }
}
