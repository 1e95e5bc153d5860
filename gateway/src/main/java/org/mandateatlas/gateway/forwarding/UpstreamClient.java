package org.mandateatlas.gateway.forwarding;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Consumer;
import org.mandateatlas.feed.StreamPositions;

/** All that is said to the owners goes through here. */
@Singleton
class UpstreamClient {

    private final Connections connections;
    private final ForwardingConfig config;
    private final StreamPositions heads;

    UpstreamClient(Connections connections, ForwardingConfig config, StreamPositions heads) {
        this.connections = connections;
        this.config = config;
        this.heads = heads;
    }

    /**
     * Prepares a request.
     *
     * @param headers sets the headers
     */
    UpstreamRequest prepare(Upstream owner, HttpMethod method, String uri, Consumer<MultiMap> headers) {
        RequestOptions options = owner.request(method, uri)
                .setConnectTimeout(config.connectTimeout().toMillis());
        return new UpstreamRequest(this, options, headers);
    }

    Future<HttpClientRequest> connect(RequestOptions options) {
        return connections.ofThisEventLoop().request(options);
    }

    StreamPositions heads() {
        return heads;
    }

    Duration responseTimeout() {
        return config.responseTimeout();
    }

    Duration retryAfter() {
        return config.retryAfter();
    }
}
