package org.mandateatlas.functions.function;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether states could agree to begin with a function (`starting-point`) or it is divisive (`set-aside`). */
@Schema(description = "Whether states could agree to begin with a function.")
public enum Standing {
    @Schema(description = "States could agree to begin with the function.")
    STARTING_POINT,
    @Schema(description = "The function divides states and is set aside at first.")
    SET_ASIDE
}
