package org.mandateatlas.gateway.proxy;

import io.vertx.core.http.HttpClientResponse;
import java.util.Set;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.StreamPositions;

/**
 * Records the outcome of a write, whose response states the new position. If the response is lost or states no position, the stream may be ahead of the known position; earlier cached responses are then no longer served. A write that is executed later still invalidates the cache by its event.
 */
final class WriteOutcome {

    private final Set<String> streams;
    private final StreamPositions positions;
    private boolean settled;

    /**
     * The outcome for one request.
     *
     * @param streams the streams that it may advance; none for a read
     */
    WriteOutcome(Set<String> streams, StreamPositions positions) {
        this.streams = streams;
        this.positions = positions;
    }

    /** The upstream has responded. */
    void responded(HttpClientResponse response) {
        if (!response.headers().contains(Position.HEADER)) {
            invalidateStreams();
        }
        settled = true;
    }

    /** No response will arrive. */
    void lose(UpstreamRequest call) {
        if (!settled && call.isBegun()) {
            invalidateStreams();
            settled = true;
        }
    }

    private void invalidateStreams() {
        streams.forEach(positions::invalidate);
    }
}
