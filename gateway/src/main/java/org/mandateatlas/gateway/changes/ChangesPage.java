package org.mandateatlas.gateway.changes;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.ChangeEvent;
import org.mandateatlas.feed.EventBatch;
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
        return new Reading(feed, request, scan).readChunk(start);
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

    /** Reads a page in chunks. */
    private static final class Reading {

        private final Feed feed;
        private final ChangesRequest request;
        private final List<ChangeEvent> events = new ArrayList<>();
        private int scansLeft;

        Reading(Feed feed, ChangesRequest request, int scan) {
            this.feed = feed;
            this.request = request;
            this.scansLeft = scan;
        }

        Future<ChangesPage> readChunk(Position after) {
            return feed.read(after, Math.min(scansLeft, CHUNK)).compose(this::add);
        }

        private Future<ChangesPage> add(EventBatch batch) {
            for (Entry entry : batch.entries()) {
                scansLeft--;
                if (request.includes(entry)) {
                    events.add(entry.event());
                }
                if (events.size() == request.limit()) {
                    boolean last = entry.position().equals(batch.position());
                    return page(entry.position(), last && batch.atEnd());
                }
            }
            return batch.atEnd() || scansLeft <= 0
                    ? page(batch.position(), batch.atEnd())
                    : readChunk(batch.position());
        }

        private Future<ChangesPage> page(Position position, boolean atEnd) {
            return Future.succeededFuture(new ChangesPage(events, position, atEnd));
        }
    }
}
