package org.mandateatlas.functions.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether governance grows from an authority above or from networks below. */
public enum Direction {
    @JsonProperty("top-down")
    TOP_DOWN,
    @JsonProperty("bottom-up")
    BOTTOM_UP
}
