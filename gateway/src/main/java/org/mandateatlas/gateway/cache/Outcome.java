package org.mandateatlas.gateway.cache;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** What came of a read that is done for all who ask the same at that time. */
public sealed interface Outcome {

    /**
     * An answer that everybody may have.
     *
     * @param answer the answer
     * @param status how it was got
     */
    record Shared(CacheEntry answer, CacheStatus status) implements Outcome {}

    /**
     * An answer that is not kept, and so is only for the one who made the owner begin it.
     *
     * @param response the rest of it, paused
     * @param begun what has come of its body
     */
    record Own(HttpClientResponse response, Buffer begun) implements Outcome {}

    /** No answer for this one, who has to ask by himself. */
    record None() implements Outcome {}
}
