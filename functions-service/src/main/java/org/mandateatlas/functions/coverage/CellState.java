package org.mandateatlas.functions.coverage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether an institution is mandated for a function and whether it performs it. */
@Schema(description = "Whether an institution is mandated for a function and whether it performs it.")
public enum CellState {
    MANDATED_AND_PERFORMED,
    MANDATED_ONLY,
    PERFORMED_ONLY,
    EMPTY;

    static CellState of(boolean mandated, boolean performed) {
        if (mandated) {
            return performed ? MANDATED_AND_PERFORMED : MANDATED_ONLY;
        }
        return performed ? PERFORMED_ONLY : EMPTY;
    }
}
