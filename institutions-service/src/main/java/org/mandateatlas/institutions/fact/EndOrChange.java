package org.mandateatlas.institutions.fact;

import org.mandateatlas.chassis.time.Validity;

/** How two versions of most kinds of document differ, in the domain's word. */
public final class EndOrChange {

    private EndOrChange() {}

    /** Returns {@code ended} when the end is new, else {@code changed}. */
    public static String between(Validity before, Validity after) {
        return after.to() != null && !after.to().equals(before.to()) ? "ended" : "changed";
    }
}
