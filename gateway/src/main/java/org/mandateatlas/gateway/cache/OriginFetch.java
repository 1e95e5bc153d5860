package org.mandateatlas.gateway.cache;

import io.vertx.core.Future;
import org.mandateatlas.feed.StreamPositions;

/** Fetches one response from its origin: an upstream, or the gateway's own composition of several upstreams. */
public interface OriginFetch {

    /**
     * Fetches the whole response, whatever the client has of it already; called on an event loop.
     *
     * @param positions the known stream positions; a response that can be cached depends on those before the origin was asked
     * @param largest the most bytes of a body that is cached
     */
    Future<Outcome> fetch(StreamPositions positions, long largest);
}
