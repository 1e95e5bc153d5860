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
 * Events in the format of an event stream, encoded once for all streams. The id of an event is the position after it, whatever the
 * filters of a stream.
 *
 * <p>Only events end with a blank line, because many clients report a block without data as an empty event.
 */
@Singleton
class EventFrames {

    private static final int MAX_ENTRIES = 1_000;
    private static final Buffer OPENING = Buffer.buffer("retry: 2000\n");
    private static final Buffer HEARTBEAT = Buffer.buffer(": heartbeat\n");

    /** Weak keys are compared by identity, which suffices: streams at the same position read the same entries. */
    private final Cache<Entry, Buffer> encoded =
            Caffeine.newBuilder().weakKeys().maximumSize(MAX_ENTRIES).build();

    /** Returns an event as a message. */
    Buffer of(Entry entry) {
        return encoded.get(entry, EventFrames::encode);
    }

    private static Buffer encode(Entry entry) {
        Buffer frame = Buffer.buffer(entry.event().json().length() + 400)
                .appendString("id: ")
                .appendString(entry.position().toString());
        appendData(frame, entry.event().json());
        return frame.appendString("\n\n");
    }

    /** JSON may contain line breaks between its tokens; each line of the data is a field of its own. */
    private static void appendData(Buffer frame, Buffer json) {
        String text = json.toString(StandardCharsets.UTF_8);
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            frame.appendString("\ndata: ").appendBuffer(json);
            return;
        }
        for (String line : text.split("[\r\n]+", -1)) {
            frame.appendString("\ndata: ").appendString(line);
        }
    }

    /** Returns the beginning of a stream: the delay before reconnecting. */
    static Buffer opening() {
        return OPENING;
    }

    /** Returns a heartbeat, a comment. */
    static Buffer heartbeat() {
        return HEARTBEAT;
    }

    /** Returns the last event of a stream that the gateway ends, with the reason; its id is the position to continue after. */
    static Buffer cutOff(Position position, Problem problem) {
        return cutOff("id: " + position + "\n", problem);
    }

    /** Returns the last event of a stream that cannot start, with the reason. */
    static Buffer cutOff(Problem problem) {
        return cutOff("", problem);
    }

    private static Buffer cutOff(String id, Problem problem) {
        return Buffer.buffer("event: cut-off\n" + id + "data: "
                + ProblemResponse.document(problem).encode() + "\n\n");
    }
}
