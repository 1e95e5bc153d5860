package org.mandateatlas.functions.coverage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether an institution is mandated for a function and whether it performs it. */
@Schema(description = "Whether an institution is mandated for a function and whether it performs it.")
public enum CellState {
    @Schema(description = "The institution has a mandate for the function and performs it.")
    MANDATED_AND_PERFORMED,
    @Schema(description = "It has a mandate but does not perform the function: a capacity gap.")
    MANDATED_ONLY,
    @Schema(description = "It performs the function without a mandate: a mandate gap.")
    PERFORMED_ONLY,
    @Schema(
            description =
                    "Its capacities are attested for earlier dates only and not known to have ended. It may have a mandate. Neither a gap nor a performance.")
    UNCONFIRMED,
    @Schema(description = "Neither; the cell gives the reason for the absence.")
    EMPTY;

    static CellState of(boolean mandated, boolean performed) {
        if (mandated) {
            return performed ? MANDATED_AND_PERFORMED : MANDATED_ONLY;
        }
        return performed ? PERFORMED_ONLY : EMPTY;
    }
}
