package org.mandateatlas.gateway.snapshot;

import java.util.Map;
import java.util.SortedMap;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.time.Times;

/**
 * A snapshot whose first pages have been read.
 *
 * @param times the two times
 * @param collections the collection of each stream
 * @param pages the first page of each stream's collection
 */
record Snapshot(Times times, SortedMap<String, String> collections, SortedMap<String, SnapshotPage> pages) {

    /** Returns the position that the snapshot reflects: for each stream, the one of its collection's first page. */
    Position position() {
        var position = Position.START;
        for (Map.Entry<String, SnapshotPage> page : pages.entrySet()) {
            position = position.with(page.getKey(), page.getValue().position().of(page.getKey()));
        }
        return position;
    }

    /** Returns what the snapshot contains. */
    SnapshotLine.Description description() {
        return new SnapshotLine.Description(position().toString(), times.validAt(), times.knownAt(), collections);
    }
}
