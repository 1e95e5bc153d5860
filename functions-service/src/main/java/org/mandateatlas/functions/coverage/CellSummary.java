package org.mandateatlas.functions.coverage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.functions.capacity.AbsenceReason;
import org.mandateatlas.functions.capacity.CapacityLevel;

/**
 * Summary of a coverage cell.
 *
 * @param state whether the institution is mandated and performs the function
 * @param lead whether it leads the function
 * @param level the highest level at which it performs, or performed when last attested; null if unknown
 * @param reason why it does not do more, or did not when last attested; null if unknown
 * @param lastAttested the last date for which a source shows one of its capacities; null unless the cell is unconfirmed
 * @param mandates the number of its mandates for the function
 */
@Schema(description = "Summary of a coverage cell.")
public record CellSummary(
        CellState state,

        @Schema(description = "Whether the institution leads the function.")
        boolean lead,

        @Schema(
                description =
                        "Highest level at which it performs, or at which it performed when last attested if it is unconfirmed; null if unknown.",
                nullable = true)
        @Nullable CapacityLevel level,

        @Schema(
                description =
                        "Why it does not do more, or did not when last attested if it is unconfirmed; null if unknown.",
                nullable = true)
        @Nullable AbsenceReason reason,

        @Schema(
                description =
                        "Last date for which a source shows one of its capacities, if the cell is unconfirmed; else null.",
                nullable = true)
        @Nullable PartialDate lastAttested,

        @Schema(description = "Number of mandates.") int mandates) {

    /** Returns the summary of a cell. */
    public static CellSummary of(GovernanceState state, String function, String institution) {
        var cell = state.cell(function, institution);
        return new CellSummary(
                cell.state(),
                cell.lead(),
                cell.level(),
                cell.reason(),
                cell.lastAttested(),
                cell.mandates().size());
    }
}
