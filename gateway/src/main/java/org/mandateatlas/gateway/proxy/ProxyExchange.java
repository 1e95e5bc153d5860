package org.mandateatlas.gateway.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import org.mandateatlas.base.problem.EarlyProblems;
import org.mandateatlas.edge.ClientKey;
import org.mandateatlas.edge.RemoteAddress;
import org.mandateatlas.edge.RequestBodies;
import org.mandateatlas.gateway.cache.CacheStatus;

/** Forwards one request once its body is complete, and streams the response. */
final class ProxyExchange {

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final UpstreamClient calls;
    private final Upstream upstream;
    private final RequestBodies bodies;
    private final WriteOutcome write;
    private final boolean hasBody;
    private final UpstreamRequest call;
    private boolean givenUp;

    ProxyExchange(
            RoutingContext context, UpstreamClient calls, Upstream upstream, RequestBodies bodies, WriteOutcome write) {
        this.context = context;
        this.request = context.request();
        this.response = context.response();
        this.calls = calls;
        this.upstream = upstream;
        this.bodies = bodies;
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
            String client = ClientKey.at(RemoteAddress.of(request));
            bodies.receive(context, client, EarlyProblems.largest(context.normalizedPath()))
                    .onSuccess(this::send)
                    .onFailure(failure -> RequestBodies.refuse(context, failure));
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

    private void send(Buffer body) {
        call.open()
                .onSuccess(sent -> {
                    call.response(sent).onSuccess(this::received).onFailure(this::failed);
                    call.end(sent, body);
                })
                .onFailure(this::failed);
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
        delivery.stream(incoming).onFailure(failure -> giveUp());
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
