package org.mandateatlas.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Consumer;
import org.mandateatlas.feed.StreamPositions;

/** Sends all requests to the upstreams. */
@Singleton
class UpstreamClient {

    private final Connections connections;
    private final ProxyConfig config;
    private final StreamPositions positions;

    UpstreamClient(Connections connections, ProxyConfig config, StreamPositions positions) {
        this.connections = connections;
        this.config = config;
        this.positions = positions;
    }

    /**
     * Prepares a request.
     *
     * @param headers sets the headers
     */
    UpstreamRequest prepare(Upstream upstream, HttpMethod method, String uri, Consumer<MultiMap> headers) {
        return new UpstreamRequest(this, upstream.replicas(), method, uri, headers);
    }

    Future<HttpClientRequest> connect(RequestOptions options) {
        return connections
                .ofThisEventLoop()
                .request(options.setConnectTimeout(config.connectTimeout().toMillis()));
    }

    StreamPositions positions() {
        return positions;
    }

    Duration responseTimeout() {
        return config.responseTimeout();
    }

    Duration retryAfter() {
        return config.retryAfter();
    }
}
