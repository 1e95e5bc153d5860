package org.mandateatlas.gateway.proxy;

import io.quarkus.logging.Log;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import org.mandateatlas.gateway.cache.CacheStatus;
import org.mandateatlas.gateway.http.BodyLimit;

/** Forwards one request and its response, streaming both bodies. */
final class ProxyExchange {

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final UpstreamClient calls;
    private final Upstream upstream;
    private final WriteOutcome write;
    private final boolean hasBody;
    private final UpstreamRequest call;
    private boolean givenUp;
    private long received;

    ProxyExchange(RoutingContext context, UpstreamClient calls, Upstream upstream, WriteOutcome write) {
        this.context = context;
        this.request = context.request();
        this.response = context.response();
        this.calls = calls;
        this.upstream = upstream;
        this.write = write;
        this.hasBody = announcesBody(request);
        this.call = calls.prepare(
                upstream, request.method(), uri(context), headers -> ClientHeaders.pass(context, headers));
    }

    void begin() {
        context.addEndHandler(end -> {
            if (end.failed()) {
                giveUp();
            }
        });
        if (hasBody) {
            request.pause();
            call.open().onSuccess(this::sendBody).onFailure(this::failed);
        } else {
            RequestBody.discard(request);
            call.send().onSuccess(this::received).onFailure(this::failed);
        }
    }

    static boolean announcesBody(HttpServerRequest request) {
        String length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return !length.equals("0");
        }
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || (request.version() == HttpVersion.HTTP_2 && !UpstreamRequest.READS.contains(request.method()));
    }

    /** The upstream receives the normalized path that was checked here. */
    static String uri(RoutingContext context) {
        String path = context.normalizedPath();
        String query = context.request().query();
        return query == null ? path : path + '?' + query;
    }

    private void sendBody(HttpClientRequest sent) {
        call.response(sent).onSuccess(this::received).onFailure(this::failed);
        if (!sent.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            sent.setChunked(true);
        }
        sent.exceptionHandler(failure -> Log.debugf(failure, "%s took no more of a body", upstream.name()));
        request.handler(chunk -> pass(chunk, sent));
        request.endHandler(end -> call.end(sent));
        request.exceptionHandler(failure -> giveUp());
        if (request.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
            response.writeContinue();
        }
        request.resume();
    }

    private void pass(Buffer chunk, HttpClientRequest sent) {
        received += chunk.length();
        if (BodyLimit.isExceeded(context, received)) {
            giveUp();
            BodyLimit.refuse(context);
            return;
        }
        sent.write(chunk);
        if (sent.writeQueueFull()) {
            request.pause();
            sent.drainHandler(drained -> request.resume());
        }
    }

    private void received(HttpClientResponse incoming) {
        write.responded(incoming);
        if (givenUp) {
            return;
        }
        var delivery = new ResponseForwarder(context);
        if (UpstreamRequest.READS.contains(request.method())) {
            delivery.cacheStatus(CacheStatus.BYPASS);
        }
        delivery.stream(incoming).onSuccess(carried -> carried()).onFailure(failure -> giveUp());
    }

    /** A response may complete before the body of its request. */
    private void carried() {
        if (!request.isEnded()) {
            giveUp();
            request.handler(null).endHandler(null).resume();
        }
    }

    private void failed(Throwable failure) {
        write.lose(call);
        if (!givenUp) {
            UpstreamErrors.send(context, upstream, failure, calls.retryAfter());
        }
    }

    private void giveUp() {
        givenUp = true;
        call.abandon();
        write.lose(call);
    }
}
