package org.mandateatlas.registry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.registry.Query.After;

/**
 * A page of a collection.
 *
 * @param position the log position that the page reflects
 * @param items the documents
 * @param next where the next page begins; null when this is the last
 */
public record Page(
        String position,
        List<StoredDocument> items,
        @Nullable After next) {

    /**
     * Returns the instant at which further pages are read. It is never later than the last revision that this page could see: a
     * revision whose commit is under way may have an earlier instant than the requested one, and would appear on a later page.
     */
    public static Instant pin(@Nullable Instant knownAt, Instant lastRecorded) {
        return knownAt == null || knownAt.isAfter(lastRecorded) ? lastRecorded : knownAt;
    }

    /** Creates a page from the rows, which are one more than the limit if there is a next page. */
    static Page of(String position, @Nullable Instant pin, int limit, List<StoredDocument> found) {
        if (found.size() <= limit || pin == null) {
            return new Page(position, List.copyOf(found), null);
        }
        var items = List.copyOf(found.subList(0, limit));
        var last = items.getLast();
        return new Page(position, items, new After(pin, last.rank(), last.id()));
    }
}
