package org.mandateatlas.institutions.mandate;

import org.jspecify.annotations.Nullable;

/** How two versions of a mandate differ, in the domain's word. */
final class MandateChange {

    private MandateChange() {}

    /** Returns the word; a mandate that moves and ends at once is transferred. */
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
