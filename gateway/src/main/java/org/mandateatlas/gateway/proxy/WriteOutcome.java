package org.mandateatlas.gateway.proxy;

import io.vertx.core.http.HttpClientResponse;
import java.util.Set;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.StreamPositions;

/**
 * What is known of a write. Its answer tells how far its stream goes then. Where the answer is lost or does not tell that, as when the
 * upstream failed or says that the document is at another version, the stream may have gone further than is known, and what was read
 * before is not believed any more. Should a lost write be carried out even later, its event tells of it like that of any write elsewhere.
 */
final class WriteOutcome {

    private final Set<String> streams;
    private final StreamPositions positions;
    private boolean settled;

    /**
     * That of one request.
     *
     * @param streams the streams that it may move; none for a request that writes nothing
     */
    WriteOutcome(Set<String> streams, StreamPositions positions) {
        this.streams = streams;
        this.positions = positions;
    }

    /** The upstream has answered. */
    void learn(HttpClientResponse answer) {
        if (!answer.headers().contains(Position.HEADER)) {
            moveFences();
        }
        settled = true;
    }

    /** No answer will come any more. */
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
