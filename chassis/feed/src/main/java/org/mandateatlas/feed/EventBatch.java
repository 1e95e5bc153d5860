package org.mandateatlas.feed;

import java.util.List;
import org.mandateatlas.base.position.Position;

/**
 * A part of the feed.
 *
 * @param entries events of all streams, in sequence within a stream and by recorded time between streams
 * @param position the position after them, at which the feed continues
 * @param atEnd whether the feed had no further event
 */
public record EventBatch(List<Entry> entries, Position position, boolean atEnd) {

    /**
     * An event with its position.
     *
     * @param event the event
     * @param position the position after it
     */
    public record Entry(ChangeEvent event, Position position) {}
}
