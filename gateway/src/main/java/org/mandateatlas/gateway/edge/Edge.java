package org.mandateatlas.gateway.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.mandateatlas.gateway.problem.Problem;
import org.mandateatlas.gateway.problem.ProblemType;

/** The first to see a request: names it, marks its answer, and answers a browser's question whether it may read. */
@Singleton
public class Edge {

    private static final int FIRST = -10_000;
    private static final String REQUEST_ID = RequestId.class.getName();

    private static final CharSequence NO_SNIFFING = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence ANY = HttpHeaders.createOptimized("*");
    private static final CharSequence READS = HttpHeaders.createOptimized("GET, HEAD, OPTIONS");
    private static final CharSequence ONE_DAY = HttpHeaders.createOptimized("86400");

    private final BodyLimit bodyLimit;

    Edge(BodyLimit bodyLimit) {
        this.bodyLimit = bodyLimit;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::enter);
    }

    /** Returns the id of the request. */
    public static String requestId(RoutingContext context) {
        String known = context.get(REQUEST_ID);
        if (known != null) {
            return known;
        }
        String id = RequestId.from(context.request().headers().get(RequestId.HEADER));
        context.put(REQUEST_ID, id);
        return id;
    }

    /** Sets the headers that every answer has, in place of any of the same name. */
    public static void mark(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set(RequestId.HEADER, requestId(context));
        headers.set(NO_SNIFFING, NOSNIFF);
        headers.set(REFERRER_POLICY, NO_REFERRER);
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
        headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ANY);
    }

    private void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        mark(context);
        if (!PublicAddress.isSane(request.authority())) {
            new Problem(ProblemType.BAD_REQUEST, "The Host header is missing or malformed.").send(context);
        } else if (bodyLimit.isExceededBy(request)) {
            bodyLimit.refuse(context);
        } else if (isPreflight(request)) {
            permitReading(context);
        } else {
            context.next();
        }
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    private static void permitReading(RoutingContext context) {
        context.response()
                .setStatusCode(204)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, READS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, ANY)
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, ONE_DAY)
                .end();
    }
}
