package org.mandateatlas.functions.simulation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.functions.option.Operation;

/**
 * What one operation did.
 *
 * @param number its place, from 1
 * @param operation the operation
 * @param text what it did, for people to read
 * @param consequences what that changed in the functions, for people to read; empty when nothing
 * @param institutions ids of the institutions that it touched
 * @param mandates ids of the mandates that it touched
 * @param capacities ids of the capacities that it touched
 * @param cells the cells that it changed
 */
@Schema(name = "SimulationStep", description = "What one operation did.")
public record Step(
        @Schema(description = "Its place, from 1.") int number,
        Operation operation,

        @Schema(description = "What it did, for people to read.")
        String text,

        @Schema(description = "What that changed in the functions, for people to read.")
        List<String> consequences,

        List<String> institutions,
        List<String> mandates,
        List<String> capacities,
        List<CellShift> cells) {}
