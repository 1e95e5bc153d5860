package org.mandateatlas.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** The hop-by-hop headers (RFC 9110, section 7.6.1). */
final class HopByHop {

    private static final CharSequence KEEP_ALIVE = HttpHeaders.createOptimized("keep-alive");
    private static final CharSequence PROXY_CONNECTION = HttpHeaders.createOptimized("proxy-connection");
    private static final CharSequence PROXY_AUTHENTICATE = HttpHeaders.createOptimized("proxy-authenticate");
    private static final CharSequence PROXY_AUTHORIZATION = HttpHeaders.createOptimized("proxy-authorization");
    private static final CharSequence TE = HttpHeaders.createOptimized("te");
    private static final CharSequence TRAILER = HttpHeaders.createOptimized("trailer");

    private HopByHop() {}

    static void remove(MultiMap headers) {
        for (String connection : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String name : connection.split(",", -1)) {
                if (!name.isBlank()) {
                    headers.remove(name.strip());
                }
            }
        }
        headers.remove(HttpHeaders.CONNECTION)
                .remove(HttpHeaders.TRANSFER_ENCODING)
                .remove(HttpHeaders.UPGRADE)
                .remove(KEEP_ALIVE)
                .remove(PROXY_CONNECTION)
                .remove(PROXY_AUTHENTICATE)
                .remove(PROXY_AUTHORIZATION)
                .remove(TE)
                .remove(TRAILER);
    }
}
