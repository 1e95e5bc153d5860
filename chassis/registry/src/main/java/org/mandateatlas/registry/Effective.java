package org.mandateatlas.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Validity;

/** Determines when a change happened in the world. */
final class Effective {

    private Effective() {}

    /** Returns the first day of the end for what ended, else the first day of the validity; null when unknown. */
    static @Nullable LocalDate of(String change, String ending, Validity validity) {
        if (change.equals(ending) && validity.to() != null) {
            return validity.to().firstDay();
        }
        return validity.from() == null ? null : validity.from().firstDay();
    }
}
