package org.mandateatlas.gateway.proxy;

import io.vertx.core.http.HttpClientResponse;
import java.util.Set;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.StreamPositions;

/**
 * Records the outcome of a write, whose response states the new position. Where the answer is lost or does not tell
 * that, as when the
 * upstream failed or says that the document is at another version, the stream may have gone further than is known,
 * and what was read
 * before is no longer served. If a lost write is executed even later, its event invalidates the cache like that of
 * any write elsewhere.
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
    void learn(HttpClientResponse answer) {
        if (!answer.headers().contains(Position.HEADER)) {
            moveFences();
        }
        settled = true;
    }

    /** No response will arrive. */
    void lose(UpstreamRequest call) {
        if (!settled && call.isBegun()) {
            moveFences();
            settled = true;
        }
    }

    private void moveFences() {
        streams.forEach(positions::fence);
    }
}
