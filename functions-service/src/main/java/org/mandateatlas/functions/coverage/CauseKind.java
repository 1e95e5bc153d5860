package org.mandateatlas.functions.coverage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of document that causes a difference in coverage. */
@Schema(description = "Kind of document that causes a difference in coverage.")
public enum CauseKind {
    @Schema(description = "A mandate.")
    MANDATE,
    @Schema(description = "A capacity.")
    CAPACITY,
    @Schema(description = "An institution.")
    INSTITUTION,
    @Schema(description = "A function.")
    FUNCTION
}
