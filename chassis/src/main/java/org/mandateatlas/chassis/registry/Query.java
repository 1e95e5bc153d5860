package org.mandateatlas.chassis.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.chassis.time.Times;
import org.mandateatlas.chassis.time.Validity.Status;

/**
 * What a reader asks of a collection.
 *
 * @param times the two times
 * @param filters what must hold, each
 * @param statuses how the validity must lie to {@code day}; empty for any way
 * @param day the day that statuses are told for: validAt, else today
 * @param q words to search for; null for none
 * @param limit the most documents to return
 * @param after where to go on; null from the start
 */
public record Query(
        Times times,
        List<Filter> filters,
        Set<Status> statuses,
        LocalDate day,
        @Nullable String q,
        int limit,
        @Nullable After after) {

    /**
     * A property that the documents must have.
     *
     * @param name the filter's name
     * @param values the values, one of which it must have
     * @param on the day on which it must have it; null for validAt, or any day when that is not given
     */
    public record Filter(
            String name, List<String> values, @Nullable LocalDate on) {}

    /**
     * The document after which to go on.
     *
     * @param knownAt the instant that the first page was read at
     * @param rank its rank
     * @param id its id
     */
    public record After(Instant knownAt, int rank, String id) {}
}
