package org.mandateatlas.registry;

import org.jspecify.annotations.Nullable;

/** The default change types: created, changed, ended. */
final class EndOrChange {

    /** The change type for an end. */
    static final String ENDED = "ended";

    private EndOrChange() {}

    /** Returns {@code created} for a new document, {@code ended} when the end is new, else {@code changed}. */
    static String between(@Nullable Document before, Document after) {
        if (before == null) {
            return "created";
        }
        var end = after.validity().to();
        return end != null && !end.equals(before.validity().to()) ? ENDED : "changed";
    }
}
