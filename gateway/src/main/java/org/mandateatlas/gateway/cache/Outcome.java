package org.mandateatlas.gateway.cache;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** The outcome of a fetch that concurrent identical requests share. */
public sealed interface Outcome {

    /**
     * A response that all of the requests can use.
     *
     * @param entry the response
     * @param status how it was obtained
     */
    record Shared(CacheEntry entry, CacheStatus status) implements Outcome {}

    /**
     * A response that cannot be shared; only the request that started the fetch uses it.
     *
     * @param response the rest of it, paused
     * @param begun the part of its body that has been read
     */
    record Own(HttpClientResponse response, Buffer begun) implements Outcome {}

    /** No shareable response: each other request fetches its own. */
    record None() implements Outcome {}
}
