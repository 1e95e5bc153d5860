package org.mandateatlas.registry.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.mandateatlas.base.http.Cursor;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.text.Slug;
import org.mandateatlas.registry.Query.After;

/**
 * The cursor of a collection: the instant at which the first page was read, so that pages never shift, and the document after
 * which the next page starts.
 */
final class ListCursor {

    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private ListCursor() {}

    /** Returns the cursor of the page that starts after a document. */
    static String write(After after, String query) {
        return Cursor.encode(query, List.of(after.knownAt().toString(), Integer.toString(after.rank()), after.id()));
    }

    /**
     * Reads a cursor.
     *
     * @throws ProblemException (400) if it is not a cursor of the query
     */
    static After read(String cursor, String query) {
        var values = Cursor.decode(query, cursor);
        if (values.size() == 3) {
            try {
                var after = new After(Instant.parse(values.get(0)), Integer.parseInt(values.get(1)), values.get(2));
                if (Slug.is(after.id()) && isKnowable(after.knownAt()) && cursor.equals(write(after, query))) {
                    return after;
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                // rejected below
            }
        }
        throw Cursor.invalid();
    }

    private static boolean isKnowable(Instant instant) {
        return !instant.isBefore(Instant.EPOCH) && instant.isBefore(END);
    }
}
