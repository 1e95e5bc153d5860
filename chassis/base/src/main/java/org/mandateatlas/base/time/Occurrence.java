package org.mandateatlas.base.time;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event at a date; on a day, it is part of the past or not. */
public interface Occurrence {

    /** Returns when it occurred; null when unknown, in which case it is part of every day's past. */
    @Nullable PartialDate occurredOn();

    /** Returns those of the occurrences that may have occurred by the day, in their order. */
    static <T extends Occurrence> List<T> by(LocalDate day, List<T> occurrences) {
        return occurrences.stream()
                .filter(occurrence -> occurrence.occurredOn() == null
                        || !occurrence.occurredOn().firstDay().isAfter(day))
                .toList();
    }
}
