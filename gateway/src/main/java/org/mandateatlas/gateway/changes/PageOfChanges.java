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
 * A page of changes. What the filters do not pass is looked through too, up to a bound, so that a page may be short, or even
 * empty, before the end.
 *
 * @param events the changes
 * @param position where the next page begins
 * @param atEnd whether there was nothing more at that moment
 */
record PageOfChanges(List<ChangeEvent> events, Position position, boolean atEnd) {

    private static final int CHUNK = 500;

    static Future<PageOfChanges> read(Feed feed, ChangesRequest request, int scan) {
        return new Reading(feed, request, scan).goOn(request.after());
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

    /** A page that is being read. */
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

        Future<PageOfChanges> goOn(Position after) {
            return feed.read(after, Math.min(left, CHUNK)).compose(this::take);
        }

        private Future<PageOfChanges> take(EventBatch slice) {
            for (Entry entry : slice.entries()) {
                left--;
                if (request.wants(entry)) {
                    events.add(entry.event());
                }
                if (events.size() == request.limit()) {
                    boolean last = entry.position().equals(slice.position());
                    return page(entry.position(), last && slice.atEnd());
                }
            }
            return slice.atEnd() || left <= 0 ? page(slice.position(), slice.atEnd()) : goOn(slice.position());
        }

        private Future<PageOfChanges> page(Position position, boolean atEnd) {
            return Future.succeededFuture(new PageOfChanges(events, position, atEnd));
        }
    }
}
