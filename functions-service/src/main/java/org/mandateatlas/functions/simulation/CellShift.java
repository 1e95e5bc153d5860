package org.mandateatlas.functions.simulation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.functions.coverage.CellSummary;

/**
 * A cell that a reform changes.
 *
 * @param function the function's id
 * @param institution the institution's id
 * @param before what it was
 * @param after what it is then
 */
@Schema(name = "SimulatedCell", description = "An institution's part in a function, before and after.")
public record CellShift(
        @Schema(examples = "coordination") String function,
        @Schema(examples = "iom") String institution,
        CellSummary before,
        CellSummary after) {}
