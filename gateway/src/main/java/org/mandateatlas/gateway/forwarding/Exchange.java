package org.mandateatlas.gateway.forwarding;

import io.quarkus.logging.Log;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.edge.BodyLimit;
import org.mandateatlas.gateway.edge.Compression;
import org.mandateatlas.gateway.edge.Edge;
import org.mandateatlas.gateway.edge.RequestId;
import org.mandateatlas.gateway.problem.Problem;
import org.mandateatlas.gateway.problem.ProblemType;

/** One request on its way to its owner and the owner's answer on its way back; the bodies of both stream. */
final class Exchange {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Connections connections;
    private final ForwardingConfig config;
    private final BodyLimit bodyLimit;
    private final Owner owner;
    private final boolean hasBody;
    private @Nullable HttpClientRequest outgoing;
    private boolean triedBefore;
    private boolean givenUp;
    private long received;

    Exchange(
            RoutingContext context,
            Connections connections,
            ForwardingConfig config,
            BodyLimit bodyLimit,
            Owner owner) {
        this.context = context;
        this.request = context.request();
        this.response = context.response();
        this.connections = connections;
        this.config = config;
        this.bodyLimit = bodyLimit;
        this.owner = owner;
        this.hasBody = announcesBody(request);
    }

    void begin() {
        if (hasBody) {
            request.pause();
        } else {
            request.resume();
        }
        response.closeHandler(closed -> giveUp());
        response.exceptionHandler(failure -> giveUp());
        connect();
    }

    private static boolean announcesBody(HttpServerRequest request) {
        String length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return !length.equals("0");
        }
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || (request.version() == HttpVersion.HTTP_2 && !READS.contains(request.method()));
    }

    private void connect() {
        RequestOptions options = owner.request(request.method(), uri())
                .setConnectTimeout(config.connectTimeout().toMillis());
        connections.ofThisEventLoop().request(options).onComplete(this::connected);
    }

    /** The owner gets the path that was checked here, so that no other spelling of it can lead elsewhere there. */
    private String uri() {
        String path = context.normalizedPath();
        String query = request.query();
        return query == null ? path : path + '?' + query;
    }

    private void connected(AsyncResult<HttpClientRequest> connection) {
        if (connection.failed()) {
            ownerUnavailable(connection.cause());
            return;
        }
        HttpClientRequest sent = connection.result();
        if (givenUp) {
            sent.reset();
            return;
        }
        outgoing = sent;
        sent.headers().addAll(request.headers());
        sent.headers().remove(HttpHeaders.HOST).remove(HttpHeaders.EXPECT);
        HopByHop.remove(sent.headers());
        ForwardedHeaders.set(sent.headers(), request);
        sent.headers().set(RequestId.HEADER, Edge.requestId(context));
        sent.response().onComplete(this::answered);
        if (hasBody) {
            sendBody(sent);
        } else {
            finish(sent);
        }
    }

    private void sendBody(HttpClientRequest sent) {
        if (!sent.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            sent.setChunked(true);
        }
        sent.exceptionHandler(failure -> Log.debugf(failure, "%s took no more of a body", owner.name()));
        request.handler(chunk -> pass(chunk, sent));
        request.endHandler(end -> finish(sent));
        request.exceptionHandler(failure -> giveUp());
        if (request.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
            response.writeContinue();
        }
        request.resume();
    }

    private void pass(Buffer chunk, HttpClientRequest sent) {
        received += chunk.length();
        if (bodyLimit.isExceededBy(received)) {
            giveUp();
            bodyLimit.refuse(context);
            return;
        }
        sent.write(chunk);
        if (sent.writeQueueFull()) {
            request.pause();
            sent.drainHandler(drained -> request.resume());
        }
    }

    private void finish(HttpClientRequest sent) {
        sent.idleTimeout(config.responseTimeout().toMillis());
        sent.end();
    }

    private void answered(AsyncResult<HttpClientResponse> answer) {
        if (givenUp) {
            return;
        }
        if (answer.failed()) {
            unanswered(answer.cause());
            return;
        }
        HttpClientResponse incoming = answer.result();
        response.setStatusCode(incoming.statusCode());
        response.headers().remove(HttpHeaders.CONTENT_ENCODING).addAll(incoming.headers());
        HopByHop.remove(response.headers());
        Edge.mark(context);
        Compression.allow(response.headers());
        if (!response.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            frame();
        }
        incoming.pipe().endOnFailure(false).to(response).onComplete(this::carried);
    }

    /** A body of unknown length comes in chunks, or, for a client of the time before chunks, until the connection closes. */
    private void frame() {
        if (request.version() == HttpVersion.HTTP_1_0) {
            response.headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            response.endHandler(end -> request.connection().close());
        } else {
            response.setChunked(true);
        }
    }

    private void carried(AsyncResult<Void> answer) {
        if (answer.failed()) {
            Log.debugf(answer.cause(), "An answer of %s broke off", owner.name());
            giveUp();
            response.reset();
        } else if (!request.isEnded()) {
            giveUp();
            request.handler(null).endHandler(null).resume();
        }
    }

    private void unanswered(Throwable failure) {
        if (failure instanceof TimeoutException) {
            Log.warnf("%s did not answer %s %s in time", owner.name(), request.method(), request.path());
            new Problem(ProblemType.OWNER_TIMEOUT, owner.name() + " did not answer in time.").send(context);
        } else if (!triedBefore && !hasBody && READS.contains(request.method())) {
            triedBefore = true;
            connect();
        } else {
            ownerUnavailable(failure);
        }
    }

    private void ownerUnavailable(Throwable failure) {
        if (givenUp) {
            return;
        }
        Log.warnf("%s is not available: %s", owner.name(), failure.getMessage());
        response.putHeader(
                HttpHeaders.RETRY_AFTER, Long.toString(config.retryAfter().toSeconds()));
        new Problem(ProblemType.OWNER_UNAVAILABLE, owner.name() + " cannot be reached at the moment.").send(context);
    }

    private void giveUp() {
        givenUp = true;
        if (outgoing != null) {
            outgoing.reset();
        }
    }
}
