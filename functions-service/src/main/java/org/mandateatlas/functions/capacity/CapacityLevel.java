package org.mandateatlas.functions.capacity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.Violations;

/** Level at which an institution performs a function, in descending order. */
@Schema(description = "Level at which an institution performs a function, in descending order.")
public enum CapacityLevel {
    @Schema(description = "Leads the function and fills it.")
    LEAD,
    @Schema(description = "Performs a large part of the function and fills it.")
    SUBSTANTIAL,
    @Schema(description = "Performs part of the function, for some people, places or subjects.")
    LIMITED,
    @Schema(description = "Touches on the function only.")
    MARGINAL,
    @Schema(description = "Does not perform the function; the reason is given.")
    NONE;

    /** Returns whether the level is lead. */
    public boolean leads() {
        return this == LEAD;
    }

    /** Returns whether the level fills the function: lead or substantial. */
    public boolean fills() {
        return this == LEAD || this == SUBSTANTIAL;
    }

    /** Returns whether the function is performed at all. */
    public boolean performs() {
        return this != NONE;
    }

    /**
     * Checks the reason: required for the level none, not allowed for lead and substantial.
     *
     * @param pointer JSON pointer of the object with the level and the reason
     */
    public void checkReason(String pointer, @Nullable AbsenceReason reason, Violations violations) {
        if (this == NONE && reason == null) {
            violations.add(pointer + "/reason", "is required if the level is none");
        }
        if (fills() && reason != null) {
            violations.add(pointer + "/reason", "is not allowed if the level is lead or substantial");
        }
    }
}
