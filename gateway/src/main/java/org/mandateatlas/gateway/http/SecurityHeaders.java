package org.mandateatlas.gateway.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Security headers: no content sniffing, scripts, framing or referrers. */
final class SecurityHeaders {

    private static final CharSequence NO_SNIFFING = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence CONTENT_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence INERT = HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");
    private static final CharSequence RESOURCE_POLICY = HttpHeaders.createOptimized("Cross-Origin-Resource-Policy");
    private static final CharSequence CROSS_ORIGIN = HttpHeaders.createOptimized("cross-origin");
    private static final CharSequence TRANSPORT_SECURITY = HttpHeaders.createOptimized("Strict-Transport-Security");
    private static final CharSequence ONE_YEAR = HttpHeaders.createOptimized("max-age=31536000");

    private SecurityHeaders() {}

    /** Removes the headers. */
    static void remove(MultiMap headers) {
        headers.remove(NO_SNIFFING)
                .remove(REFERRER_POLICY)
                .remove(CONTENT_POLICY)
                .remove(RESOURCE_POLICY)
                .remove(TRANSPORT_SECURITY);
    }

    /** Sets the headers for data; pages set their own policy. */
    static void mark(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set(NO_SNIFFING, NOSNIFF);
        headers.set(REFERRER_POLICY, NO_REFERRER);
        headers.set(CONTENT_POLICY, INERT);
        headers.set(RESOURCE_POLICY, CROSS_ORIGIN);
        if ("https".equals(context.request().scheme())) {
            headers.set(TRANSPORT_SECURITY, ONE_YEAR);
        }
    }
}
