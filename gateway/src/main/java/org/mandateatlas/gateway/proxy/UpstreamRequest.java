package org.mandateatlas.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.edge.Replica;
import org.mandateatlas.edge.Replicas;

/**
 * A request to an upstream until the start of its response. Positions in the response are recorded before the
 * response is passed on.
 */
final class UpstreamRequest {

    static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final UpstreamClient calls;
    private final Replicas replicas;
    private final HttpMethod method;
    private final String uri;
    private final Consumer<MultiMap> headers;
    private @Nullable HttpClientRequest sent;
    private @Nullable Replica used;
    private boolean abandoned;

    UpstreamRequest(
            UpstreamClient calls, Replicas replicas, HttpMethod method, String uri, Consumer<MultiMap> headers) {
        this.calls = calls;
        this.replicas = replicas;
        this.method = method;
        this.uri = uri;
        this.headers = headers;
    }

    /** Opens a request with a body at a replica, or else at another one. Fails with {@link Unreachable} if no connection is available. */
    Future<HttpClientRequest> open() {
        Replica first = replicas.next(used);
        return connect(first)
                .recover(failure -> connectElsewhere(first, failure))
                .compose(request -> {
                    if (abandoned) {
                        request.reset();
                        return Future.failedFuture(new CancellationException());
                    }
                    sent = request;
                    headers.accept(request.headers());
                    return Future.succeededFuture(request);
                });
    }

    private Future<HttpClientRequest> connect(Replica replica) {
        used = replica;
        return calls.connect(replica.request(method, uri)).onFailure(failure -> {
            if (failure instanceof IOException) {
                replicas.eject(replica);
            }
        });
    }

    private Future<HttpClientRequest> connectElsewhere(Replica failed, Throwable failure) {
        Replica other = replicas.next(failed);
        return (other == failed || abandoned ? Future.<HttpClientRequest>failedFuture(failure) : connect(other))
                .recover(cause -> Future.failedFuture(new Unreachable(cause)));
    }

    /** Sends a request without a body. A read is retried once, at another replica if there is one, if its connection fails. */
    Future<HttpClientResponse> send() {
        return sendOnce().recover(failure -> isWorthAnotherTry(failure) ? sendOnce() : Future.failedFuture(failure));
    }

    private Future<HttpClientResponse> sendOnce() {
        return open().compose(request -> {
            Future<HttpClientResponse> response = response(request);
            end(request, Buffer.buffer());
            return response;
        });
    }

    private boolean isWorthAnotherTry(Throwable failure) {
        return !abandoned
                && READS.contains(method)
                && !(failure instanceof Unreachable)
                && !(failure instanceof TimeoutException);
    }

    /** Returns the response to an opened request. */
    Future<HttpClientResponse> response(HttpClientRequest request) {
        return request.response().onSuccess(this::observe);
    }

    /** Ends a request and starts the response timeout. */
    void end(HttpClientRequest request, Buffer body) {
        request.idleTimeout(calls.responseTimeout().toMillis());
        if (body.length() == 0) {
            request.end();
        } else {
            request.end(body);
        }
    }

    private void observe(HttpClientResponse response) {
        HopByHop.remove(response.headers());
        Position position = UpstreamResponse.position(response.headers());
        if (position != null) {
            calls.positions().advance(position);
        }
    }

    /** Returns whether the upstream may have received any of it. */
    boolean isBegun() {
        return sent != null;
    }

    /** Aborts the request and its response. */
    void abandon() {
        abandoned = true;
        if (sent != null) {
            sent.reset();
        }
    }
}
