package org.mandateatlas.functions.simulation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.functions.coverage.GapKind;

/**
 * A gap that a reform closes or opens.
 *
 * @param kind what is missing
 * @param function the function's id
 * @param institution the institution's id; null where nobody fills the function
 */
@Schema(name = "SimulatedGap", description = "A gap that a reform closes or opens.")
public record GapShift(
        GapKind kind,
        @Schema(examples = "coordination") String function,
        @Schema(nullable = true) @Nullable String institution) {}
