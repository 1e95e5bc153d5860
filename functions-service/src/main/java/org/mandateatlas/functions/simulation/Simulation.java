package org.mandateatlas.functions.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The result of a simulation. Nothing is stored.
 *
 * @param validAt the valid time that it is applied to
 * @param knownAt the record time, or null for the latest
 * @param before coverage before
 * @param after coverage after
 * @param gapsClosed closed gaps
 * @param gapsOpened opened gaps
 * @param institutionsTouched ids of affected institutions
 * @param mandatesTouched ids of affected mandates
 * @param capacitiesTouched ids of affected capacities
 */
@Schema(description = "The result of a simulation. Nothing is stored.")
public record Simulation(
        @Schema(
                description = "Policy option id; null for custom operations.",
                examples = "create-new-agency",
                nullable = true)
        @Nullable String policyOption,

        LocalDate validAt,
        @Schema(nullable = true) @Nullable Instant knownAt,

        @Schema(
                description =
                        "Log position that the response is computed from; request it to get the same response again.")
        String position,

        @Schema(description = "Coverage before.") CoverageSummary before,
        @Schema(description = "Coverage after.") CoverageSummary after,
        @Schema(description = "Gaps that no longer exist.") List<SimulatedGap> gapsClosed,
        @Schema(description = "New gaps.") List<SimulatedGap> gapsOpened,

        @Schema(description = "Ids of functions that become overlaps.")
        List<String> overlapsAdded,

        @Schema(description = "Ids of functions that are no longer overlaps.")
        List<String> overlapsRemoved,

        @Schema(description = "Ids of the institutions that the operations affect.")
        List<String> institutionsTouched,

        @Schema(description = "Ids of the affected mandates.")
        List<String> mandatesTouched,

        @Schema(description = "Ids of the affected capacities.")
        List<String> capacitiesTouched,

        @Schema(description = "Changed cells.") List<SimulatedCell> cells,

        @Schema(description = "Effect of each operation.") List<Step> trace) {}
