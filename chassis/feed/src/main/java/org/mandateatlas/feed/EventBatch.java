package org.mandateatlas.feed;

import java.util.List;
import org.mandateatlas.base.position.Position;

/**
 * A piece of the feed.
 *
 * @param entries events of all streams; those of one stream in sequence, those of different streams by when they were recorded
 * @param position the point after them, from which the feed goes on
 * @param atEnd whether there was nothing more at that moment
 */
public record EventBatch(List<Entry> entries, Position position, boolean atEnd) {

    /**
     * An event in its place.
     *
     * @param event the event
     * @param position the point right after it, from which whoever has it goes on
     */
    public record Entry(ChangeEvent event, Position position) {}
}
