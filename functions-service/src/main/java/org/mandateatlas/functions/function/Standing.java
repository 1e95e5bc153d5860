package org.mandateatlas.functions.function;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether states could agree to begin with a function, or set it aside as divisive. */
public enum Standing {
    @JsonProperty("starting-point")
    STARTING_POINT,
    @JsonProperty("set-aside")
    SET_ASIDE
}
