package org.mandateatlas.functions.coverage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.functions.capacity.AbsenceReason;
import org.mandateatlas.functions.capacity.CapacityLevel;

/**
 * An institution's part in a function, in short.
 *
 * @param state whether it is mandated, whether it performs
 * @param lead whether it leads the function
 * @param level the highest level at which it performs; null when no source tells
 * @param reason why it does not do more; null when no source tells
 * @param mandates how many mandates it has there
 */
@Schema(description = "An institution's part in a function, in short.")
public record CellSummary(
        CellState state,
        boolean lead,
        @Schema(nullable = true) @Nullable CapacityLevel level,
        @Schema(nullable = true) @Nullable AbsenceReason reason,
        int mandates) {

    /** Returns what the cell comes to in a world. */
    public static CellSummary of(GovernanceState world, String function, String institution) {
        var cell = world.cell(function, institution);
        return new CellSummary(
                cell.state(),
                cell.lead(),
                cell.level(),
                cell.reason(),
                cell.mandates().size());
    }
}
