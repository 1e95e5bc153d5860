package org.mandateatlas.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;

/**
 * One request to an upstream, up to the beginning of its answer. Whatever an answer tells of how far the streams go is known before anybody
 * is given the answer.
 */
final class UpstreamRequest {

    static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final UpstreamClient calls;
    private final RequestOptions options;
    private final Consumer<MultiMap> headers;
    private @Nullable HttpClientRequest sent;
    private boolean abandoned;

    UpstreamRequest(UpstreamClient calls, RequestOptions options, Consumer<MultiMap> headers) {
        this.calls = calls;
        this.options = options;
        this.headers = headers;
    }

    /** Begins a request whose body is still to come. Fails with {@link Unreachable} when there is no connection to be had. */
    Future<HttpClientRequest> open() {
        return calls.connect(options).recover(UpstreamRequest::unreachable).compose(request -> {
            if (abandoned) {
                request.reset();
                return Future.failedFuture(new CancellationException());
            }
            sent = request;
            headers.accept(request.headers());
            return Future.succeededFuture(request);
        });
    }

    private static Future<HttpClientRequest> unreachable(Throwable cause) {
        return Future.failedFuture(new Unreachable(cause));
    }

    /** Sends a request that has no body. A read that is lost with its connection is sent once more. */
    Future<HttpClientResponse> send() {
        return sendOnce().recover(failure -> isWorthAnotherTry(failure) ? sendOnce() : Future.failedFuture(failure));
    }

    private Future<HttpClientResponse> sendOnce() {
        return open().compose(request -> {
            Future<HttpClientResponse> response = response(request);
            end(request);
            return response;
        });
    }

    private boolean isWorthAnotherTry(Throwable failure) {
        return !abandoned
                && READS.contains(options.getMethod())
                && !(failure instanceof Unreachable)
                && !(failure instanceof TimeoutException);
    }

    /** Returns the answer to a request that was opened. */
    Future<HttpClientResponse> response(HttpClientRequest request) {
        return request.response().onSuccess(this::observe);
    }

    /** Ends a request: from now on its answer may not be long in coming. */
    void end(HttpClientRequest request) {
        request.idleTimeout(calls.responseTimeout().toMillis());
        request.end();
    }

    private void observe(HttpClientResponse response) {
        HopByHop.remove(response.headers());
        Position position = UpstreamResponse.position(response.headers());
        if (position != null) {
            calls.positions().advance(position);
        }
    }

    /** Tells whether the upstream may have got any of it. */
    boolean isBegun() {
        return sent != null;
    }

    /** Ends the request and its answer, wherever they are. */
    void abandon() {
        abandoned = true;
        if (sent != null) {
            sent.reset();
        }
    }
}
