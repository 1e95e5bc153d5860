package org.mandateatlas.bench;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A range of whole years.
 *
 * @param from the first year
 * @param to the last year, or null
 */
record YearRange(int from, @Nullable Integer to) {

    /** Returns whether the year is strictly between the first and the last. */
    boolean containsStrictly(int year) {
        return from < year && (to == null || year < to);
    }

    /** Returns the validity of a document. */
    Map<String, @Nullable Object> validity() {
        return BenchJson.object("from", Integer.toString(from), "to", to == null ? null : Integer.toString(to));
    }
}
