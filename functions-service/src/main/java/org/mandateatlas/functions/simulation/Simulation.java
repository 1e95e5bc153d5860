package org.mandateatlas.functions.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a reform would change. It changes nothing.
 *
 * @param policyOption id of the policy option; null for a caller's own operations
 * @param validAt the day of the world that it is applied to
 * @param knownAt the instant of our knowledge; null for the latest
 * @param position the point of the logs that it rests on
 * @param before the functions before
 * @param after the functions after
 * @param gapsClosed gaps that it closes
 * @param gapsOpened gaps that it opens
 * @param overlapsAdded ids of functions that several institutions fill only after it
 * @param overlapsRemoved ids of functions that several institutions fill only before it
 * @param institutionsTouched ids of the institutions that it touches
 * @param mandatesTouched ids of the mandates that it touches
 * @param capacitiesTouched ids of the capacities that it touches
 * @param cells the cells that differ in the end
 * @param trace what each operation did
 */
@Schema(description = "What a reform would change. It changes nothing.")
public record Simulation(
        @Schema(
                description = "Id of the policy option; null for a caller's own operations.",
                examples = "create-new-agency",
                nullable = true)
        @Nullable String policyOption,

        LocalDate validAt,
        @Schema(nullable = true) @Nullable Instant knownAt,

        @Schema(description = "The point of the logs that it rests on; ask for it to get the same answer again.")
        String position,

        Arrangement before,
        Arrangement after,
        List<GapShift> gapsClosed,
        List<GapShift> gapsOpened,

        @Schema(description = "Ids of functions that several institutions fill only after it.")
        List<String> overlapsAdded,

        @Schema(description = "Ids of functions that several institutions fill only before it.")
        List<String> overlapsRemoved,

        List<String> institutionsTouched,
        List<String> mandatesTouched,
        List<String> capacitiesTouched,

        @Schema(description = "The cells that differ in the end.")
        List<CellShift> cells,

        @Schema(description = "What each operation did.") List<Step> trace) {}
