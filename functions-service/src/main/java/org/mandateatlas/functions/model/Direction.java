package org.mandateatlas.functions.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Direction in which governance develops: from an authority (`top-down`) or from networks (`bottom-up`). */
@Schema(
        description =
                "Direction in which governance develops: from an authority (`top-down`) or from networks (`bottom-up`).")
public enum Direction {
    @JsonProperty("top-down")
    TOP_DOWN,
    @JsonProperty("bottom-up")
    BOTTOM_UP
}
