package org.mandateatlas.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;

/** The reads that the gateway composes its own responses from. */
public interface Reads {

    /**
     * Reads from an upstream as JSON, whole, through the cache.
     *
     * @param uri path and query
     * @return the response, of any status; fails when the upstream gives none
     */
    Future<UpstreamResponse> read(Upstream upstream, String uri);

    /**
     * Begins to read a collection as NDJSON. The response is paused: its headers have arrived, and nothing of its body is lost until it
     * is read.
     *
     * @param uri path and query, of a collection that has an upstream
     */
    Future<HttpClientResponse> stream(String uri);
}
