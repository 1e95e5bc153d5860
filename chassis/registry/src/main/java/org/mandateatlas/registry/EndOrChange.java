package org.mandateatlas.registry;

import org.jspecify.annotations.Nullable;

/** How two versions of most kinds of document differ, in the word of most. */
final class EndOrChange {

    /** The word for an end. */
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
