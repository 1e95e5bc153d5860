package org.mandateatlas.gateway.cache;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** The outcome of a fetch that is done once for all who request the same at that time. */
public sealed interface Outcome {

    /**
     * A response that all of them may have.
     *
     * @param entry the response
     * @param status how it was obtained
     */
    record Shared(CacheEntry entry, CacheStatus status) implements Outcome {}

    /**
     * A response that cannot be cached, and so belongs to the request alone that made the upstream begin it.
     *
     * @param response the rest of it, paused
     * @param begun the part of its body that has been read
     */
    record Own(HttpClientResponse response, Buffer begun) implements Outcome {}

    /** No response that can be shared: each of the others asks the origin itself. */
    record None() implements Outcome {}
}
