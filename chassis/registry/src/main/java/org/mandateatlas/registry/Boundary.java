package org.mandateatlas.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mandateatlas.base.time.Validity;

/**
 * A day from which on a document has another view than on the day before.
 *
 * @param day the day; {@link LocalDate#MIN} for the view before all dates
 * @param state a number for the view, the same for equal views; 0 where the document is not valid
 */
record Boundary(LocalDate day, int state) {

    private static final int ABSENT = 0;

    /** Returns the boundaries of a document, by day. A day on which nothing changes is none. */
    static <D extends Document> List<Boundary> of(DocumentType<D> type, D document) {
        var views = new HashMap<Document, Integer>();
        var boundaries = new ArrayList<Boundary>();
        var last = ABSENT;
        for (var day : days(type, document)) {
            var state = ABSENT;
            if (document.validity().contains(day)) {
                var view = type.at(document, day);
                var known = views.putIfAbsent(view, views.size() + 1);
                state = known == null ? views.size() : known;
            }
            if (state != last) {
                boundaries.add(new Boundary(day, state));
                last = state;
            }
        }
        return boundaries;
    }

    /** Returns the days on which the view of a document can change, in order; {@link LocalDate#MIN} is the first. */
    static <D extends Document> SortedSet<LocalDate> days(DocumentType<D> type, D document) {
        var days = new TreeSet<LocalDate>();
        days.add(LocalDate.MIN);
        type.model().periods(document).forEach(period -> addDays(period.validity(), days));
        return days;
    }

    /** A view can change on the first day of a period and on the day after its last one; on the last day of an imprecise date. */
    private static void addDays(Validity validity, SortedSet<LocalDate> days) {
        days.add(validity.firstDay());
        if (validity.to() != null) {
            days.add(validity.lastDay());
            days.add(validity.lastDay().plusDays(1));
        }
    }
}
