package org.mandateatlas.functions.model;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Direction in which governance develops: from an authority (`top-down`) or from networks (`bottom-up`). */
@Schema(description = "Direction in which governance develops.")
public enum Direction {
    @Schema(description = "From an authority above states.")
    TOP_DOWN,
    @Schema(description = "From networks of national officials.")
    BOTTOM_UP
}
