package org.mandateatlas.functions.simulation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.functions.coverage.CellSummary;

/**
 * A cell that a simulation changes.
 *
 * @param function the function's id
 * @param institution the institution's id
 * @param before the cell before
 * @param after the cell after then
 */
@Schema(name = "SimulatedCell", description = "A cell before and after a simulation.")
public record SimulatedCell(
        @Schema(description = "Function id.", examples = "coordination")
        String function,

        @Schema(description = "Institution id.", examples = "iom")
        String institution,

        @Schema(description = "The cell before.") CellSummary before,
        @Schema(description = "The cell after.") CellSummary after) {}
