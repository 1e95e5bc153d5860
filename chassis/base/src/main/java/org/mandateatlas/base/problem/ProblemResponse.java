package org.mandateatlas.base.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Sends problem documents from Vert.x handlers. */
public final class ProblemResponse {

    /** The value of {@code Retry-After} when a response with status 503 does not set it. */
    static final String RETRY_AFTER_SECONDS = "2";

    private static final CharSequence CONTENT_TYPE = HttpHeaders.createOptimized(Problem.MEDIA_TYPE);
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized(RETRY_AFTER_SECONDS);
    private static final int UNAVAILABLE = 503;
    private static final long DRAIN_MILLIS = 5_000;

    private ProblemResponse() {}

    /** Responds with a problem without violations. */
    public static void send(RoutingContext context, ProblemType type, String detail) {
        send(context, Problem.of(type, detail));
    }

    /** Responds with a problem with violations. */
    public static void send(RoutingContext context, ProblemType type, String detail, List<Violation> violations) {
        send(context, Problem.of(type, detail, violations));
    }

    /** Responds with the problem of an exception and its headers. */
    public static void send(RoutingContext context, ProblemException exception) {
        exception.headers().forEach((name, value) -> context.response().putHeader(name, value));
        send(context, exception.problem());
    }

    /** Responds with a problem. The rest of the request body is read and discarded for a while. */
    public static void send(RoutingContext context, Problem problem) {
        var response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        ProblemMetrics.count(problem);
        if (problem.status() == UNAVAILABLE && !response.headers().contains(HttpHeaders.RETRY_AFTER)) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .end(document(problem.in(context.request())).toBuffer());
        drain(context);
    }

    /** Returns the problem document as JSON. */
    public static JsonObject document(Problem problem) {
        var violations = new JsonArray();
        problem.violations().forEach(violation -> violations.add(document(violation)));
        return new JsonObject()
                .put("type", problem.type())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", problem.detail())
                .put("instance", problem.instance())
                .put("violations", violations);
    }

    private static JsonObject document(Violation violation) {
        var document = new JsonObject();
        if (violation.line() != null) {
            document.put("line", violation.line());
        }
        if (violation.pointer() != null) {
            document.put("pointer", violation.pointer());
        } else if (violation.parameter() != null) {
            document.put("parameter", violation.parameter());
        } else {
            document.put("header", violation.header());
        }
        return document.put("detail", violation.detail());
    }

    /** Closing at once would reset the connection of a client that is still sending, before it has read the response. */
    private static void drain(RoutingContext context) {
        var request = context.request();
        if (request.isEnded()) {
            return;
        }
        request.handler(null).endHandler(null).resume();
        if (!request.isEnded()) {
            context.vertx().setTimer(DRAIN_MILLIS, id -> {
                if (!request.isEnded()) {
                    request.connection().close();
                }
            });
        }
    }
}
