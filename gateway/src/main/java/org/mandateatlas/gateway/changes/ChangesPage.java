package org.mandateatlas.gateway.changes;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.ChangeEvent;
import org.mandateatlas.feed.EventBatch.Entry;
import org.mandateatlas.feed.Feed;

/**
 * A page of changes. Events that the filters exclude count towards a bound, so a page may be short or empty before the end of the
 * feed.
 *
 * @param events the changes
 * @param position the position that the next page starts after
 * @param atEnd whether the page reached the end of the feed
 */
record ChangesPage(List<ChangeEvent> events, Position position, boolean atEnd) {

    private static final int CHUNK = 500;

    /** Reads a page after a position. */
    static Future<ChangesPage> read(Feed feed, Position start, ChangesRequest request, int scan) {
        return readChunk(feed, start, request, scan, new ArrayList<>());
    }

    private static Future<ChangesPage> readChunk(
            Feed feed, Position after, ChangesRequest request, int scansLeft, List<ChangeEvent> events) {
        return feed.read(after, Math.min(scansLeft, CHUNK)).compose(batch -> {
            for (Entry entry : batch.entries()) {
                if (request.includes(entry)) {
                    events.add(entry.event());
                }
                if (events.size() == request.limit()) {
                    boolean last = entry.position().equals(batch.position());
                    return Future.succeededFuture(new ChangesPage(events, entry.position(), last && batch.atEnd()));
                }
            }
            int left = scansLeft - batch.entries().size();
            return batch.atEnd() || left <= 0
                    ? Future.succeededFuture(new ChangesPage(events, batch.position(), batch.atEnd()))
                    : readChunk(feed, batch.position(), request, left, events);
        });
    }

    /** Returns the events as a JSON array. */
    Buffer items() {
        Buffer items = Buffer.buffer("[");
        for (int i = 0; i < events.size(); i++) {
            if (i > 0) {
                items.appendString(",");
            }
            items.appendBuffer(events.get(i).json());
        }
        return items.appendString("]");
    }
}
