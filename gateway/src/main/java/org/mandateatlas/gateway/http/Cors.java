package org.mandateatlas.gateway.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * What pages of other origins may do. All may read. They may write, too, unless that is confined to some: a write needs a token,
 * which no browser sends by itself, so a page can only do what its user has given it a token for.
 */
@Singleton
class Cors {

    private static final String ALL = "*";
    private static final CharSequence ANY = HttpHeaders.createOptimized("*");
    private static final CharSequence READS = HttpHeaders.createOptimized("GET, HEAD, OPTIONS");
    private static final CharSequence WRITES =
            HttpHeaders.createOptimized("GET, HEAD, OPTIONS, PUT, PATCH, POST, DELETE");
    private static final CharSequence ONE_DAY = HttpHeaders.createOptimized("86400");

    /** A star does not stand for {@code Authorization}, and not at all for browsers before 2022. */
    private static final CharSequence SENT = HttpHeaders.createOptimized(
            "Accept, Authorization, Change-Kind, Change-Note,"
                    + " Content-Type, If-Match, If-None-Match, Last-Event-ID, X-Request-Id, traceparent, tracestate, *");

    private static final CharSequence SHOWN = HttpHeaders.createOptimized(
            "Atlas-Position, Cache-Status, ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id, *");

    private final CorsConfig config;

    Cors(CorsConfig config) {
        this.config = config;
    }

    /** Sets what lets any page read an answer. */
    static void mark(MultiMap headers) {
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
        headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, SHOWN);
    }

    /** Tells whether a browser asks what a page may do, before it lets the page do it. */
    static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    /** Answers that question. */
    void answer(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (!config.writeOrigins().contains(ALL)) {
            response.headers().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
        response.setStatusCode(204)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, mayWrite(context.request()) ? WRITES : READS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, SENT)
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, ONE_DAY)
                .end();
    }

    private boolean mayWrite(HttpServerRequest request) {
        String origin = request.headers().get(HttpHeaders.ORIGIN);
        return config.writeOrigins().contains(ALL)
                || (origin != null && config.writeOrigins().contains(origin));
    }
}
