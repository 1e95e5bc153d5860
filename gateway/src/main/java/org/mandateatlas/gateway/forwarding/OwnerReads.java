package org.mandateatlas.gateway.forwarding;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.function.Supplier;

/** Reads from the owners over the same connections that requests are forwarded on. */
@Singleton
class OwnerReads implements Reads {

    private static final String NDJSON = "application/x-ndjson";

    private final Vertx vertx;
    private final Owners owners;
    private final Connections connections;
    private final ForwardingConfig config;

    OwnerReads(Vertx vertx, Owners owners, Connections connections, ForwardingConfig config) {
        this.vertx = vertx;
        this.owners = owners;
        this.connections = connections;
        this.config = config;
    }

    @Override
    public Future<Answer> read(String uri) {
        return onEventLoop(() -> send(uri, "application/json")
                .compose(response ->
                        response.body().map(body -> new Answer(response.statusCode(), response.headers(), body))));
    }

    @Override
    public Future<HttpClientResponse> stream(String uri) {
        return onEventLoop(() -> send(uri, NDJSON).onSuccess(HttpClientResponse::pause));
    }

    private Future<HttpClientResponse> send(String uri, String accept) {
        int query = uri.indexOf('?');
        Owner owner = Objects.requireNonNull(
                owners.ofPath(query < 0 ? uri : uri.substring(0, query)), () -> "nobody owns " + uri);
        RequestOptions options = owner.request(HttpMethod.GET, uri)
                .putHeader(HttpHeaders.ACCEPT, accept)
                .setConnectTimeout(config.connectTimeout().toMillis())
                .setIdleTimeout(config.responseTimeout().toMillis());
        return connections.ofThisEventLoop().request(options).compose(request -> request.send());
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
}
