package org.mandateatlas.gateway.proxy;

import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.nio.channels.ClosedChannelException;
import org.mandateatlas.base.http.IfNoneMatch;
import org.mandateatlas.gateway.cache.CacheEntry;
import org.mandateatlas.gateway.cache.CacheStatus;
import org.mandateatlas.gateway.http.Compression;
import org.mandateatlas.gateway.http.EntryHandler;

/** Forwards an upstream's response to the client. */
final class ResponseForwarder {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;

    ResponseForwarder(RoutingContext context) {
        this.context = context;
        this.request = context.request();
        this.response = context.response();
    }

    /** Sets the cache status. */
    ResponseForwarder cacheStatus(CacheStatus status) {
        response.headers().add(CacheStatus.HEADER, status.text());
        return this;
    }

    /** Sends a cached response, or a 304 if the client has it. */
    void send(CacheEntry entry) {
        entry.addHeadersTo(response.headers().remove(HttpHeaders.CONTENT_ENCODING));
        if (IfNoneMatch.isMetBy(request.headers().getAll(HttpHeaders.IF_NONE_MATCH), entry.tag())) {
            response.setStatusCode(NOT_MODIFIED).headers().remove(HttpHeaders.CONTENT_TYPE);
            response.end();
        } else {
            response.setStatusCode(OK).end(entry.body());
        }
    }

    /** Streams a response; fails if it is interrupted. */
    Future<Void> stream(HttpClientResponse incoming) {
        return stream(incoming, Buffer.buffer());
    }

    /**
     * Streams a response to an unconditional request and evaluates the client's precondition here.
     *
     * @param begun the part of the body that has been read
     */
    Future<Void> evaluate(HttpClientResponse incoming, Buffer begun) {
        if (incoming.statusCode() == OK
                && IfNoneMatch.isMetBy(
                        request.headers().getAll(HttpHeaders.IF_NONE_MATCH),
                        incoming.headers().get(HttpHeaders.ETAG))) {
            head(NOT_MODIFIED, incoming.headers());
            response.headers().remove(HttpHeaders.CONTENT_TYPE).remove(HttpHeaders.CONTENT_LENGTH);
            incoming.request().reset();
            return response.end();
        }
        return stream(incoming, begun);
    }

    private Future<Void> stream(HttpClientResponse incoming, Buffer begun) {
        head(incoming.statusCode(), incoming.headers());
        Compression.allow(response.headers());
        if (!response.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            frame();
        }
        if (begun.length() > 0) {
            response.write(begun);
        }
        return incoming.pipe().endOnFailure(false).to(response).onFailure(failure -> breakOff(incoming, failure));
    }

    /** An incomplete response must not look complete to the client. */
    private void breakOff(HttpClientResponse incoming, Throwable failure) {
        Log.debugf(failure, "The response to %s %s was interrupted", request.method(), request.path());
        incoming.request().reset();
        if (!(failure instanceof ClosedChannelException)) {
            response.reset();
        }
    }

    private void head(int status, MultiMap headers) {
        response.setStatusCode(status);
        response.headers().remove(HttpHeaders.CONTENT_ENCODING).addAll(headers);
        EntryHandler.mark(context);
    }

    /** A body of unknown length is chunked, or for HTTP/1.0 ends with the connection. */
    private void frame() {
        if (request.version() == HttpVersion.HTTP_1_0) {
            response.headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.addEndHandler(end -> request.connection().close());
        } else {
            response.setChunked(true);
        }
    }
}
