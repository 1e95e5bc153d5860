package org.mandateatlas.gateway.cache;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;

/** How one question is put to its owner. */
public interface OriginFetch {

    /** Returns what the answer will rest on. */
    Dependencies basis();

    /** Asks the owner for the whole answer, whatever the client has of it already; called on an event loop. */
    Future<HttpClientResponse> ask();
}
