package org.mandateatlas.functions.coverage;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.functions.function.Standing;

/**
 * Totals of coverage.
 *
 * @param startingPoints totals of the agreed starting points
 * @param setAside totals of the functions set aside
 * @param concentration the concentration
 */
@Schema(description = "Totals of coverage.")
public record CoverageTotals(
        @Schema(description = "Totals of the starting points.")
        FunctionTotals startingPoints,

        @Schema(description = "Totals of the functions set aside.")
        FunctionTotals setAside,

        @Schema(description = "Concentration of the starting points.")
        Concentration concentration) {

    /** Returns the totals of functions. */
    public static CoverageTotals of(GovernanceState state, List<FunctionCoverage> functions) {
        return new CoverageTotals(
                FunctionTotals.of(state, functions, Standing.STARTING_POINT),
                FunctionTotals.of(state, functions, Standing.SET_ASIDE),
                Concentration.of(functions));
    }

    /**
     * Counts of functions and of cells.
     *
     * @param functions number of functions
     */
    @Schema(description = "Counts of functions and of cells.")
    public record FunctionTotals(
            @Schema(description = "Number of functions.") int functions,

            @Schema(description = "Number of functions that no institution fills.")
            int gaps,

            @Schema(description = "Number of functions that one institution fills.")
            int singles,

            @Schema(description = "Number of functions that several institutions fill.")
            int overlaps,

            @Schema(description = "Number of functions of which it is not confirmed whether an institution fills them.")
            int unconfirmed,

            @Schema(description = "Number of functions with a lead.")
            int led,

            @Schema(
                    description =
                            "Number of functions that an institution of the UN system or a related organization fills.")
            int filledInUnSystem,

            @Schema(description = "Number of cells that are mandated and performed.")
            int mandatedAndPerformed,

            @Schema(description = "Number of cells that are mandated but not performed (capacity gaps).")
            int mandatedOnly,

            @Schema(description = "Number of cells that are performed but not mandated (mandate gaps).")
            int performedOnly,

            @Schema(description = "Number of cells with unconfirmed capacities only.")
            int unconfirmedCells,

            @Schema(description = "Number of other cells with information, mostly the reason for absence.")
            int empty) {

        private static FunctionTotals of(GovernanceState state, List<FunctionCoverage> all, Standing standing) {
            var functions = all.stream()
                    .filter(function -> function.standing() == standing)
                    .toList();
            return new FunctionTotals(
                    functions.size(),
                    classified(functions, Classification.GAP),
                    classified(functions, Classification.SINGLE),
                    classified(functions, Classification.OVERLAP),
                    classified(functions, Classification.UNCONFIRMED),
                    (int) functions.stream()
                            .filter(function -> !function.leads().isEmpty())
                            .count(),
                    (int) functions.stream()
                            .filter(function -> isFilledInUnSystem(state, function))
                            .count(),
                    inState(functions, CellState.MANDATED_AND_PERFORMED),
                    inState(functions, CellState.MANDATED_ONLY),
                    inState(functions, CellState.PERFORMED_ONLY),
                    inState(functions, CellState.UNCONFIRMED),
                    inState(functions, CellState.EMPTY));
        }

        private static boolean isFilledInUnSystem(GovernanceState state, FunctionCoverage function) {
            return function.cells().stream()
                    .filter(CoverageCell::fills)
                    .anyMatch(cell -> state.institutionState(cell.institution()).isInUnSystem());
        }

        private static int classified(List<FunctionCoverage> functions, Classification classification) {
            return (int) functions.stream()
                    .filter(function -> function.classification() == classification)
                    .count();
        }

        private static int inState(List<FunctionCoverage> functions, CellState state) {
            return (int) cells(functions).filter(cell -> cell.state() == state).count();
        }

        private static Stream<CoverageCell> cells(List<FunctionCoverage> functions) {
            return functions.stream().flatMap(function -> function.cells().stream());
        }
    }
}
