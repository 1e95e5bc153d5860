package org.mandateatlas.gateway.forwarding;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Consumer;
import org.mandateatlas.gateway.position.Heads;

/** All that is said to the owners goes through here. */
@Singleton
class Calls {

    private final Connections connections;
    private final ForwardingConfig config;
    private final Heads heads;

    Calls(Connections connections, ForwardingConfig config, Heads heads) {
        this.connections = connections;
        this.config = config;
        this.heads = heads;
    }

    /**
     * Prepares a request.
     *
     * @param headers sets the headers
     */
    Call prepare(Owner owner, HttpMethod method, String uri, Consumer<MultiMap> headers) {
        RequestOptions options = owner.request(method, uri)
                .setConnectTimeout(config.connectTimeout().toMillis());
        return new Call(this, options, headers);
    }

    Future<HttpClientRequest> connect(RequestOptions options) {
        return connections.ofThisEventLoop().request(options);
    }

    Heads heads() {
        return heads;
    }

    Duration responseTimeout() {
        return config.responseTimeout();
    }

    Duration retryAfter() {
        return config.retryAfter();
    }
}
