package org.mandateatlas.gateway.problem;

import io.netty.util.AsciiString;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * What went wrong this time, as RFC 9457 has it.
 *
 * @param type the kind of problem
 * @param detail what happened
 * @param violations the places at fault
 */
public record Problem(ProblemType type, String detail, List<Violation> violations) {

    /** The media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final CharSequence CONTENT_TYPE = AsciiString.cached(MEDIA_TYPE);
    private static final CharSequence NO_STORE = AsciiString.cached("no-store");
    private static final int UNAVAILABLE = 503;
    private static final CharSequence SOON = AsciiString.cached("2");
    private static final long PATIENCE_MILLIS = 5_000;

    /** A problem that no place in the request is at fault for. */
    public Problem(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    /** Answers a request with the problem. What is still coming of its body is read and dropped, for a while. */
    public void send(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (type.status() == UNAVAILABLE && !response.headers().contains(HttpHeaders.RETRY_AFTER)) {
            response.putHeader(HttpHeaders.RETRY_AFTER, SOON);
        }
        response.setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .end(document().toBuffer());
        drain(context);
    }

    /** Returns the problem document. */
    public JsonObject document() {
        var places = new JsonArray();
        violations.forEach(violation -> places.add(violation.toJson()));
        return new JsonObject()
                .put("type", type.reference())
                .put("title", type.title())
                .put("status", type.status())
                .put("detail", detail)
                .put("violations", places);
    }

    /** Closing at once would reset the connection of a client that is still sending, before it has read the answer. */
    private static void drain(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            return;
        }
        request.handler(null).endHandler(null).resume();
        if (!request.isEnded()) {
            context.vertx().setTimer(PATIENCE_MILLIS, id -> {
                if (!request.isEnded()) {
                    request.connection().close();
                }
            });
        }
    }
}
