package org.mandateatlas.gateway.forwarding;

import io.vertx.core.http.HttpClientResponse;
import java.util.Set;
import org.mandateatlas.gateway.position.Heads;
import org.mandateatlas.gateway.position.Position;

/**
 * What is known of a write. Its answer tells how far its stream goes then; once that answer is lost, or is that the owner failed, the
 * stream may have gone further all the same, and what was read before is not believed any more. Should the write be carried out even
 * later, its event tells of it like that of any write elsewhere.
 */
final class WriteOutcome {

    private static final int REFUSED = 300;
    private static final int FAILED = 500;

    private final Set<String> streams;
    private final Heads heads;
    private boolean settled;

    /**
     * That of one request.
     *
     * @param streams the streams that it may move; none for a request that writes nothing
     */
    WriteOutcome(Set<String> streams, Heads heads) {
        this.streams = streams;
        this.heads = heads;
    }

    /** The owner has answered. */
    void learn(HttpClientResponse answer) {
        boolean told = answer.statusCode() < REFUSED && answer.headers().contains(Position.HEADER);
        boolean refused = answer.statusCode() >= REFUSED && answer.statusCode() < FAILED;
        if (!told && !refused) {
            moveFences();
        }
        settled = true;
    }

    /** No answer will come any more. */
    void lose(Call call) {
        if (!settled && call.isBegun()) {
            moveFences();
            settled = true;
        }
    }

    private void moveFences() {
        streams.forEach(heads::fence);
    }
}
