package org.mandateatlas.functions.function;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether states could agree to begin with a function (`starting-point`) or it is divisive (`set-aside`). */
@Schema(
        description =
                "Whether states could agree to begin with a function (`starting-point`) or it is divisive (`set-aside`).")
public enum Standing {
    STARTING_POINT,
    SET_ASIDE
}
