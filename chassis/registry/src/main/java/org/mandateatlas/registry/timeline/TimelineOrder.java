package org.mandateatlas.registry.timeline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mandateatlas.base.problem.ProblemException;

/**
 * The place of an entry on the timeline of all services: its date, its document and its place there. Of the dates that begin on
 * one day the most precise comes first.
 *
 * @param day the first possible day of its date
 * @param lastDay the last one
 * @param stream the stream of its document
 * @param id the id of its document
 * @param place its place among the entries of its document
 */
record TimelineOrder(LocalDate day, LocalDate lastDay, String stream, String id, int place) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) (\\d{4}-\\d{2}-\\d{2}) ([a-z-]{1,80}) ([a-z0-9-]{1,80}) (\\d{5})");

    /** Reads an order key. */
    static TimelineOrder parse(String text) {
        var parts = FORM.matcher(text);
        if (parts.matches()) {
            try {
                return new TimelineOrder(
                        LocalDate.parse(parts.group(1)),
                        LocalDate.parse(parts.group(2)),
                        parts.group(3),
                        parts.group(4),
                        Integer.parseInt(parts.group(5)));
            } catch (DateTimeException e) {
                // rejected below
            }
        }
        throw ProblemException.parameter("after", "is not the order of an entry of the timeline");
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s %s %s %05d", day, lastDay, stream, id, place);
    }
}
