package org.mandateatlas.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Times;
import org.mandateatlas.base.time.Validity.Status;

/**
 * A query of a collection.
 *
 * @param times the two times
 * @param conditions what must hold, each
 * @param statuses the accepted statuses on {@code day}; empty for any
 * @param day the day that statuses refer to: validAt, else today
 * @param q words to search for; null for none
 * @param limit the most documents to return
 * @param after the document to continue after; null from the start
 */
public record Query(
        Times times,
        List<Condition> conditions,
        Set<Status> statuses,
        LocalDate day,
        @Nullable String q,
        int limit,
        @Nullable After after) {

    /** A condition on documents. */
    public sealed interface Condition {

        /** Returns whether it matches every document. */
        boolean isEmpty();
    }

    /**
     * A facet that documents must have.
     *
     * @param name the filter's name
     * @param values the values, one of which it must have
     * @param on the day on which it must have it; null for validAt, or any day when that is not given
     */
    public record Filter(
            String name, List<String> values, @Nullable LocalDate on) implements Condition {

        @Override
        public boolean isEmpty() {
            return values.isEmpty();
        }
    }

    /**
     * A join with documents of another stream of the service that refer to them, valid on validAt if given.
     *
     * @param stream the other stream
     * @param field the filter of the other stream by which the documents are found that name one
     * @param filter what the other document must have
     */
    public record NamedBy(String stream, String field, Filter filter) implements Condition {

        @Override
        public boolean isEmpty() {
            return filter.isEmpty();
        }
    }

    /**
     * A range of days that their validity must overlap.
     *
     * @param first the first day; null without bound
     * @param last the last day; null without bound
     */
    public record ValidWithin(
            @Nullable LocalDate first, @Nullable LocalDate last) implements Condition {

        @Override
        public boolean isEmpty() {
            return first == null && last == null;
        }
    }

    /**
     * The document after which the page starts.
     *
     * @param knownAt the instant that the first page was read at
     * @param rank its rank
     * @param id its id
     */
    public record After(Instant knownAt, int rank, String id) {}
}
