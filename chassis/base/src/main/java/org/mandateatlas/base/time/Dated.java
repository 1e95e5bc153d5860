package org.mandateatlas.base.time;

import java.time.LocalDate;
import java.util.List;

/** An item that holds for a period. */
public interface Dated {

    /** Returns its period. */
    Validity validity();

    /** Returns the items that hold on a day, in order. */
    static <T extends Dated> List<T> on(LocalDate day, List<T> items) {
        return items.stream().filter(item -> item.validity().contains(day)).toList();
    }
}
