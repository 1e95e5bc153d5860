package org.mandateatlas.torture.journal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A read through a gateway.
 *
 * @param gateway address of the gateway
 * @param invoked when the request was sent
 * @param completed when the response arrived, or the request failed
 * @param fresh whether the request forbids cached responses
 * @param sent sequences of streams that the request must see at least
 * @param status status of the response; 0 without one
 * @param position sequences of the streams that the response is based on
 * @param document stream and id of the document, as {@code stream/id}; null for other resources
 * @param version version of the document; null without one
 * @param token word in the name of the document; null without one
 */
public record ReadEntry(
        String client,
        int line,
        String gateway,
        long invoked,
        long completed,
        String path,
        boolean fresh,
        Map<String, Long> sent,
        int status,
        Map<String, Long> position,
        @Nullable String document,
        @Nullable Integer version,
        @Nullable String token)
        implements Entry {}
