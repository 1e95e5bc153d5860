package org.mandateatlas.gateway.changes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.Problem;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.feed.EventBatch.Entry;

/**
 * Events as an event stream has them. Everybody who gets the same entry gets the same bytes, written once; its id is the position
 * after it, the same with whatever filters.
 */
@Singleton
class Frames {

    private static final int MOST = 1_000;

    /** Weak keys are compared by identity, which is quick and enough: readers in the same place get the same entries. */
    private final Cache<Entry, Buffer> written =
            Caffeine.newBuilder().weakKeys().maximumSize(MOST).build();

    /** Returns an entry; a browser's EventSource gets it as a message. */
    Buffer of(Entry entry) {
        return written.get(entry, Frames::write);
    }

    private static Buffer write(Entry entry) {
        Buffer frame = Buffer.buffer(entry.event().json().length() + 400)
                .appendString("id: ")
                .appendString(entry.position().toString());
        appendData(frame, entry.event().json());
        return frame.appendString("\n\n");
    }

    /** A line break in the data, which JSON allows between its parts, would end the line that it stands in. */
    private static void appendData(Buffer frame, Buffer json) {
        for (String line : json.toString(StandardCharsets.UTF_8).split("\n", -1)) {
            frame.appendString("\ndata: ").appendString(line);
        }
    }

    /** Returns the beginning of a stream: when to come back, and where the reader is. */
    static Buffer beginning(Position position) {
        return Buffer.buffer("retry: 2000\nid: " + position + "\n\n");
    }

    /** Returns a sign of life. It moves the reader's last id on past what its filters did not pass. */
    static Buffer heartbeat(Position position) {
        return Buffer.buffer(": heartbeat\nid: " + position + "\n\n");
    }

    /** Returns the last event of a stream that ends here, with the reason; its id is where to go on. */
    static Buffer ending(Position position, Problem problem) {
        return Buffer.buffer("event: cut-off\nid: " + position + "\ndata: "
                + ProblemResponse.document(problem).encode() + "\n\n");
    }
}
