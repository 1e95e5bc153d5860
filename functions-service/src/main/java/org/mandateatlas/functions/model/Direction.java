package org.mandateatlas.functions.model;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Direction in which governance develops: from an authority (`top-down`) or from networks (`bottom-up`). */
@Schema(
        description =
                "Direction in which governance develops: from an authority (`top-down`) or from networks (`bottom-up`).")
public enum Direction {
    TOP_DOWN,
    BOTTOM_UP
}
