package org.mandateatlas.functions.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether governance grows from an authority above or from networks below. */
@Schema(description = "Whether governance grows from an authority above or from networks below.")
public enum Direction {
    @JsonProperty("top-down")
    TOP_DOWN,
    @JsonProperty("bottom-up")
    BOTTOM_UP
}
