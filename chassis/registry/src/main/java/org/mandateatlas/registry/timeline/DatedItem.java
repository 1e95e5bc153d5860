package org.mandateatlas.registry.timeline;

import java.util.List;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;

/**
 * An event on a date inside a document, as the index has it.
 *
 * @param date when it happened
 * @param event the kind of event, such as {@code relation-began}
 * @param text a sentence about it, with placeholders for names of documents
 * @param subjects the institutions, functions and processes that it is about, each as {@code stream=id}
 * @param citations its sources, as JSON
 * @param validity when the fact holds that the event is part of
 */
public record DatedItem(
        PartialDate date, String event, String text, List<String> subjects, String citations, Validity validity) {

    /** The precision of a date, which is part of the index key. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR,
        RANGE;

        static Precision of(PartialDate date) {
            var first = date.firstDay();
            var last = date.lastDay();
            if (first.equals(last)) {
                return DAY;
            }
            if (first.getDayOfMonth() == 1 && last.equals(first.plusMonths(1).minusDays(1))) {
                return MONTH;
            }
            return first.getDayOfYear() == 1 && last.equals(first.plusYears(1).minusDays(1)) ? YEAR : RANGE;
        }

        /** Returns its letter in the index. */
        public String letter() {
            return name().substring(0, 1);
        }
    }

    /** Returns the precision of its date. */
    public Precision precision() {
        return Precision.of(date);
    }
}
