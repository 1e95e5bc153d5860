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

    static Future<ChangesPage> read(Feed feed, ChangesRequest request, int scan) {
        return new Reading(feed, request, scan).readChunk(request.after());
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
        private int left;

        Reading(Feed feed, ChangesRequest request, int scan) {
            this.feed = feed;
            this.request = request;
            this.left = scan;
        }

        Future<ChangesPage> readChunk(Position after) {
            return feed.read(after, Math.min(left, CHUNK)).compose(this::take);
        }

        private Future<ChangesPage> take(EventBatch slice) {
            for (Entry entry : slice.entries()) {
                left--;
                if (request.includes(entry)) {
                    events.add(entry.event());
                }
                if (events.size() == request.limit()) {
                    boolean last = entry.position().equals(slice.position());
                    return page(entry.position(), last && slice.atEnd());
                }
            }
            return slice.atEnd() || left <= 0 ? page(slice.position(), slice.atEnd()) : readChunk(slice.position());
        }

        private Future<ChangesPage> page(Position position, boolean atEnd) {
            return Future.succeededFuture(new ChangesPage(events, position, atEnd));
        }
    }
}
