package org.mandateatlas.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;

/** The reads that the gateway composes its own responses from. */
public interface Reads {

    /**
     * Reads from an upstream as JSON, whole, through the cache.
     *
     * @param uri path and query
     * @return the response, of any status; fails if the upstream sends none
     */
    Future<UpstreamResponse> read(Upstream upstream, String uri);

    /**
     * Starts to read a collection as NDJSON; the response is paused after its headers.
     *
     * @param uri path and query of a collection
     */
    Future<HttpClientResponse> stream(String uri);
}
