package org.mandateatlas.functions.simulation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.functions.option.Operation;

/**
 * The effect of one operation.
 *
 * @param operation the operation
 * @param institutions ids of affected institutions
 * @param mandates ids of affected mandates
 * @param capacities ids of affected capacities
 * @param cells the changed cells
 */
@Schema(name = "SimulationStep", description = "The effect of one operation.")
public record Step(
        @Schema(description = "Number, from 1.") int number,
        @Schema(description = "The operation.") Operation operation,

        @Schema(description = "Description of the effect.") String text,

        @Schema(description = "Descriptions of the changes of functions.")
        List<String> consequences,

        @Schema(description = "Ids of the affected institutions.")
        List<String> institutions,

        @Schema(description = "Ids of the affected mandates.")
        List<String> mandates,

        @Schema(description = "Ids of the affected capacities.")
        List<String> capacities,

        @Schema(description = "Changed cells.") List<SimulatedCell> cells) {}
