package org.mandateatlas.functions.function;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether states could agree to begin with a function, or set it aside as divisive. */
@Schema(description = "Whether states could agree to begin with a function, or set it aside as divisive.")
public enum Standing {
    @JsonProperty("starting-point")
    STARTING_POINT,
    @JsonProperty("set-aside")
    SET_ASIDE
}
