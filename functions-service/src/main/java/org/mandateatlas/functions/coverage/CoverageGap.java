package org.mandateatlas.functions.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.functions.capacity.AbsenceReason;
import org.mandateatlas.functions.capacity.CapacityLevel;
import org.mandateatlas.functions.function.Standing;

/**
 * A gap in the governance of migration.
 *
 * @param kind the kind of gap
 * @param function id of the function
 * @param functionName its name
 * @param standing the standing of the function
 * @param institutionName name of its holder
 * @param level the level at which the institution performs, or null if unknown
 * @param reason why it does not do more, or null if unknown
 * @param mandates the mandates without capacity
 */
@Schema(
        description =
                "A gap: a function that no institution fills, a mandate without capacity, or a capacity without mandate.")
public record CoverageGap(
        @Schema(description = "Kind of gap.") GapKind kind,

        @Schema(description = "Function id.", examples = "coordination")
        String function,

        @Schema(description = "Name of the function.") String functionName,
        Standing standing,

        @Schema(description = "Institution id; null for a function gap.", nullable = true) @Nullable String institution,

        @Schema(description = "Display name of the institution; null for a function gap.", nullable = true) @Nullable String institutionName,

        @Schema(
                description =
                        "Highest level at which the institution performs; null if unknown, and for a function gap.",
                nullable = true)
        @Nullable CapacityLevel level,

        @Schema(description = "Why it does not do more; null if unknown, and for a function gap.", nullable = true)
        @Nullable AbsenceReason reason,

        @Schema(description = "Mandates for the function.") List<CellMandate> mandates,

        @Schema(description = "Capacities without mandate, or those that are insufficient or absent.")
        List<CellCapacity> capacities) {

    static CoverageGap of(GovernanceState state, FunctionCoverage function, Gap gap) {
        var cell = gap.cell();
        return new CoverageGap(
                gap.kind(),
                function.id(),
                function.name(),
                function.standing(),
                gap.institution(),
                cell == null ? null : state.institutionState(cell.institution()).name(),
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
