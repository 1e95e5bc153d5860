package org.mandateatlas.base.time;

import java.time.LocalDate;
import java.util.List;

/** Something that held for a period. */
public interface Dated {

    /** Returns when it held. */
    Validity validity();

    /** Returns those of the items that held on the day, in their order. */
    static <T extends Dated> List<T> on(LocalDate day, List<T> items) {
        return items.stream().filter(item -> item.validity().contains(day)).toList();
    }
}
