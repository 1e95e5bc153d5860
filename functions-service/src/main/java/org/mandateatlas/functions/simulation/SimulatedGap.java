package org.mandateatlas.functions.simulation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.functions.coverage.GapKind;

/**
 * A gap that a simulation closes or opens.
 *
 * @param kind the kind of gap
 * @param function the function's id
 * @param institution the institution's id; null for a function gap
 */
@Schema(name = "SimulatedGap", description = "A gap that a simulation closes or opens.")
public record SimulatedGap(
        GapKind kind,

        @Schema(description = "Function id.", examples = "coordination")
        String function,

        @Schema(description = "Institution id; null for a function gap.", nullable = true) @Nullable String institution) {}
