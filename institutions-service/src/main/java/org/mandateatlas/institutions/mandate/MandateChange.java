package org.mandateatlas.institutions.mandate;

import org.jspecify.annotations.Nullable;

/** The change types of mandates. */
final class MandateChange {

    private MandateChange() {}

    /** Returns the change type; a mandate that is transferred and ended at once is transferred. */
    static String between(@Nullable Mandate before, Mandate after) {
        if (before == null) {
            return "established";
        }
        if (!before.institution().equals(after.institution())) {
            return "transferred";
        }
        var end = after.validity().to();
        return end != null && !end.equals(before.validity().to()) ? "ended" : "amended";
    }
}
