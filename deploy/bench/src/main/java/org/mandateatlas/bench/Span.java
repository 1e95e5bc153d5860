package org.mandateatlas.bench;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A period of whole years.
 *
 * @param from its first year
 * @param to its last; null while it goes on
 */
record Span(int from, @Nullable Integer to) {

    /** Tells whether the year lies between the first and the last, and is neither. */
    boolean hasInside(int year) {
        return from < year && (to == null || year < to);
    }

    /** Returns it as a validity of a document. */
    Map<String, @Nullable Object> validity() {
        return Json.object("from", Integer.toString(from), "to", to == null ? null : Integer.toString(to));
    }
}
