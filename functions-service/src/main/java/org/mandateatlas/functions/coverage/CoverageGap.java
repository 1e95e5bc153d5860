package org.mandateatlas.functions.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.functions.capacity.AbsenceReason;
import org.mandateatlas.functions.capacity.CapacityLevel;
import org.mandateatlas.functions.function.Standing;

/**
 * Something missing in the governance of migration.
 *
 * @param kind what is missing
 * @param function id of the function
 * @param functionName its name
 * @param standing whether states can begin with the function or set it aside
 * @param institution id of the institution; null where nobody fills the function
 * @param institutionName its name
 * @param level the level at which the institution performs; null when no source tells
 * @param reason why it does not do more; null when no source tells
 * @param mandates the mandates that have no capacity behind them
 * @param capacities the capacities that have no mandate behind them; or those that are too weak or absent
 */
@Schema(description = "Something missing: who fills a function, a capacity, or a mandate.")
public record CoverageGap(
        GapKind kind,
        @Schema(examples = "coordination") String function,
        String functionName,
        Standing standing,

        @Schema(description = "Id of the institution; null where nobody fills the function.", nullable = true) @Nullable String institution,

        @Schema(nullable = true) @Nullable String institutionName,
        @Schema(nullable = true) @Nullable CapacityLevel level,
        @Schema(nullable = true) @Nullable AbsenceReason reason,
        List<CellMandate> mandates,

        @Schema(description = "The capacities without a mandate; or those that are too weak, or why there are none.")
        List<CellCapacity> capacities) {

    static CoverageGap of(GovernanceState world, FunctionCoverage function, Missing missing) {
        var cell = missing.cell();
        return new CoverageGap(
                missing.kind(),
                function.id(),
                function.name(),
                function.standing(),
                missing.institution(),
                cell == null ? null : world.placement(cell.institution()).name(),
                cell == null ? null : cell.level(),
                cell == null ? null : cell.reason(),
                cell == null ? List.of() : cell.mandates(),
                cell == null ? capacities(function) : cell.capacities());
    }

    private static List<CellCapacity> capacities(FunctionCoverage function) {
        return function.cells().stream()
                .flatMap(cell -> cell.capacities().stream())
                .toList();
    }
}
