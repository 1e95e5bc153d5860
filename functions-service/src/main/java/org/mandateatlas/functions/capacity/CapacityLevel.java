package org.mandateatlas.functions.capacity;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.Violations;

/** How far an institution performs a function, the most first. */
@Schema(description = "How far an institution performs a function, the most first.")
public enum CapacityLevel {
    @JsonProperty("lead")
    LEAD,
    @JsonProperty("substantial")
    SUBSTANTIAL,
    @JsonProperty("limited")
    LIMITED,
    @JsonProperty("marginal")
    MARGINAL,
    @JsonProperty("none")
    NONE;

    /** Tells whether it is to lead. */
    public boolean leads() {
        return this == LEAD;
    }

    /** Tells whether it fills the function: it leads or does a substantial part. */
    public boolean fills() {
        return this == LEAD || this == SUBSTANTIAL;
    }

    /** Tells whether anything is done. */
    public boolean performs() {
        return this != NONE;
    }

    /**
     * Notes a reason that is missing or out of place: absence has one, and who performs a function well needs none.
     *
     * @param pointer JSON pointer of what has the level and the reason
     */
    public void checkReason(String pointer, @Nullable AbsenceReason reason, Violations violations) {
        if (this == NONE && reason == null) {
            violations.add(pointer + "/reason", "is required where the level is none");
        }
        if (fills() && reason != null) {
            violations.add(
                    pointer + "/reason", "is why no more is done, which a level of lead or substantial has no need of");
        }
    }
}
