package org.mandateatlas.functions.coverage;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.functions.function.Standing;

/**
 * What coverage comes to.
 *
 * @param startingPoints of the functions that states can begin with
 * @param setAside of the functions that they set aside
 * @param concentration how far it is all in few hands
 */
@Schema(description = "What coverage comes to.")
public record CoverageTotals(FunctionTotals startingPoints, FunctionTotals setAside, Concentration concentration) {

    /** Returns the totals of some functions of a world. */
    public static CoverageTotals of(GovernanceState world, List<FunctionCoverage> functions) {
        return new CoverageTotals(
                FunctionTotals.of(world, functions, Standing.STARTING_POINT),
                FunctionTotals.of(world, functions, Standing.SET_ASIDE),
                Concentration.of(functions));
    }

    /**
     * Counts of functions and of cells.
     *
     * @param functions how many functions
     * @param gaps how many of them nobody fills
     * @param singles how many one institution fills
     * @param overlaps how many several institutions fill
     * @param led how many have a lead
     * @param filledInUnSystem how many an institution of the UN system fills, related organizations included
     * @param mandatedAndPerformed cells that are both
     * @param mandatedOnly cells that are mandated and not performed: capacity gaps
     * @param performedOnly cells that are performed and not mandated: mandate gaps
     * @param empty cells that are neither, of which something is known: mostly why
     */
    @Schema(description = "Counts of functions and of cells.")
    public record FunctionTotals(
            int functions,

            @Schema(description = "How many functions nobody fills.")
            int gaps,

            @Schema(description = "How many one institution fills.")
            int singles,

            @Schema(description = "How many several institutions fill.")
            int overlaps,

            @Schema(description = "How many have a lead.") int led,

            @Schema(description = "How many an institution of the UN system fills, related organizations included.")
            int filledInUnSystem,

            @Schema(description = "Cells that are mandated and performed.")
            int mandatedAndPerformed,

            @Schema(description = "Cells that are mandated and not performed: capacity gaps.")
            int mandatedOnly,

            @Schema(description = "Cells that are performed and not mandated: mandate gaps.")
            int performedOnly,

            @Schema(description = "Cells that are neither, of which something is known: mostly why.")
            int empty) {

        private static FunctionTotals of(GovernanceState world, List<FunctionCoverage> all, Standing standing) {
            var functions = all.stream()
                    .filter(function -> function.standing() == standing)
                    .toList();
            return new FunctionTotals(
                    functions.size(),
                    classified(functions, Classification.GAP),
                    classified(functions, Classification.SINGLE),
                    classified(functions, Classification.OVERLAP),
                    (int) functions.stream()
                            .filter(function -> !function.leads().isEmpty())
                            .count(),
                    (int) functions.stream()
                            .filter(function -> isFilledInUnSystem(world, function))
                            .count(),
                    inState(functions, CellState.MANDATED_AND_PERFORMED),
                    inState(functions, CellState.MANDATED_ONLY),
                    inState(functions, CellState.PERFORMED_ONLY),
                    inState(functions, CellState.EMPTY));
        }

        private static boolean isFilledInUnSystem(GovernanceState world, FunctionCoverage function) {
            return function.cells().stream()
                    .filter(CoverageCell::fills)
                    .anyMatch(cell -> world.placement(cell.institution()).isInUnSystem());
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
