package org.mandateatlas.functions.coverage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of gap: no institution fills a function, a mandate has no capacity, or a capacity has no mandate. */
@Schema(description = "What is missing.")
public enum GapKind {
    @Schema(description = "No institution fills the function.")
    FUNCTION,
    @Schema(description = "An institution has a mandate but does not perform the function.")
    CAPACITY,
    @Schema(description = "An institution performs the function without a mandate.")
    MANDATE
}
