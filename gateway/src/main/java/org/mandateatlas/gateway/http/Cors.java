package org.mandateatlas.gateway.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * CORS: pages of all origins may read, and write unless the origins are restricted. Writes need a token, which
 * browsers do not send on their own.
 */
@Singleton
class Cors {

    private static final String ALL = "*";
    private static final CharSequence ANY = HttpHeaders.createOptimized("*");
    private static final CharSequence READS = HttpHeaders.createOptimized("GET, HEAD, OPTIONS");
    private static final CharSequence WRITES =
            HttpHeaders.createOptimized("GET, HEAD, OPTIONS, PUT, PATCH, POST, DELETE");
    private static final CharSequence ONE_DAY = HttpHeaders.createOptimized("86400");

    /** A wildcard does not include {@code Authorization}, and browsers before 2022 do not support it. */
    private static final CharSequence SENT = HttpHeaders.createOptimized(
            "Accept, Accept-Datetime, Atlas-Position, Authorization, Change-Kind, Change-Note, Change-Note*,"
                    + " Content-Type, If-Match, If-None-Match, Last-Event-ID, X-Request-Id, traceparent,"
                    + " tracestate, *");

    private static final CharSequence SHOWN = HttpHeaders.createOptimized(
            "Atlas-Position, Cache-Status, Deprecation, ETag, Link, Location, Memento-Datetime, RateLimit, RateLimit-Policy,"
                    + " Retry-After, Sunset, X-Request-Id, *");

    private final CorsConfig config;

    Cors(CorsConfig config) {
        this.config = config;
    }

    /** Sets the headers that allow any page to read a response. */
    static void mark(MultiMap headers) {
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
        headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, SHOWN);
    }

    /** Removes the headers. */
    static void remove(MultiMap headers) {
        headers.remove(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN).remove(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS);
    }

    /** Returns whether the request is a preflight request. */
    static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    /** Responds to a preflight request. */
    void preflight(RoutingContext context) {
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
