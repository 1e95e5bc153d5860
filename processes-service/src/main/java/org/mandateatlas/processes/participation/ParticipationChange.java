package org.mandateatlas.processes.participation;

import org.jspecify.annotations.Nullable;

/** The change types of participations. */
final class ParticipationChange {

    /** The change type for a participation that has ended. */
    static final String LEFT = "left";

    private ParticipationChange() {}

    /** Returns {@code joined} for a new participation, {@code left} when its end is new, else {@code changed}. */
    static String between(@Nullable Participation before, Participation after) {
        if (before == null) {
            return "joined";
        }
        var end = after.validity().to();
        return end != null && !end.equals(before.validity().to()) ? LEFT : "changed";
    }
}
