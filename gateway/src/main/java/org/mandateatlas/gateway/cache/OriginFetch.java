package org.mandateatlas.gateway.cache;

import io.vertx.core.Future;
import org.mandateatlas.feed.StreamPositions;

/** Fetches one response from its origin: an upstream, or the gateway's own composition of several upstreams. */
public interface OriginFetch {

    /**
     * Fetches the whole response, ignoring preconditions and ranges of the client. Call on an event loop.
     *
     * @param positions the known stream positions; a cacheable response depends on the positions before the fetch
     * @param largest the most bytes of a body that is cached
     */
    Future<Outcome> fetch(StreamPositions positions, long largest);
}
