package org.mandateatlas.gateway.proxy;

import io.vertx.core.http.HttpServerRequest;

/** The body of a request. */
final class RequestBody {

    private RequestBody() {}

    /** Discards the rest of the body. An HTTP/2 request that has ended must not be resumed. */
    static void discard(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.resume();
        }
    }
}
