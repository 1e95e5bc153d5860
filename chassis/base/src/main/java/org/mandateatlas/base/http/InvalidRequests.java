package org.mandateatlas.base.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;

/**
 * Routes requests that are not valid HTTP like all others, so that they get a problem document, too. The server would reject them
 * without a body. Quarkus gives no access to the server, but each request passes the tracer before the server selects the handler.
 */
public final class InvalidRequests implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        var tracer = Objects.requireNonNullElse(builder.tracer(), VertxTracer.NOOP);
        builder.tracer(routing(tracer));
    }

    /** Returns the problem of a request that could not be decoded; null for a valid one. */
    public static @Nullable ProblemException problem(HttpServerRequest request) {
        var decoded = request.decoderResult();
        if (decoded.isSuccess()) {
            return null;
        }
        return switch (decoded.cause()) {
            case TooLongHttpLineException tooLong ->
                new ProblemException(ProblemType.ADDRESS_TOO_LONG, "The request line is too long.");
            case TooLongHttpHeaderException tooLong ->
                new ProblemException(ProblemType.HEADERS_TOO_LARGE, "The headers of the request are too large.");
            default ->
                new ProblemException(
                        ProblemType.BAD_REQUEST,
                        "The request line or a header is malformed: the request is not HTTP/1.1.");
        };
    }

    private static <I, O> VertxTracer<I, O> routing(VertxTracer<I, O> tracer) {
        return new VertxTracer<>() {
            @Override
            public <R> I receiveRequest(
                    Context context,
                    SpanKind kind,
                    TracingPolicy policy,
                    R request,
                    String operation,
                    Iterable<Map.Entry<String, String>> headers,
                    TagExtractor<R> tags) {
                if (request instanceof HttpServerRequest received
                        && received.decoderResult().isFailure()) {
                    ((HttpServerConnection) received.connection())
                            .invalidRequestHandler(VertxHttpRecorder.getRootHandler());
                }
                return tracer.receiveRequest(context, kind, policy, request, operation, headers, tags);
            }

            @Override
            public <R> void sendResponse(
                    Context context, R response, I payload, @Nullable Throwable failure, TagExtractor<R> tags) {
                tracer.sendResponse(context, response, payload, failure, tags);
            }

            @Override
            public <R> O sendRequest(
                    Context context,
                    SpanKind kind,
                    TracingPolicy policy,
                    R request,
                    String operation,
                    BiConsumer<String, String> headers,
                    TagExtractor<R> tags) {
                return tracer.sendRequest(context, kind, policy, request, operation, headers, tags);
            }

            @Override
            public <R> void receiveResponse(
                    Context context, R response, O payload, @Nullable Throwable failure, TagExtractor<R> tags) {
                tracer.receiveResponse(context, response, payload, failure, tags);
            }

            @Override
            public void close() {
                tracer.close();
            }
        };
    }
}
