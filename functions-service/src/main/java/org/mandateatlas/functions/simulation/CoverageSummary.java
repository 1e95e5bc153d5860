package org.mandateatlas.functions.simulation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.functions.coverage.CoverageTotals;
import org.mandateatlas.functions.coverage.FunctionCoverage;
import org.mandateatlas.functions.coverage.FunctionSummary;
import org.mandateatlas.functions.coverage.GovernanceState;
import org.mandateatlas.functions.function.Standing;

/**
 * Coverage before or after a simulation.
 *
 * @param functions the agreed starting points, in order
 * @param setAside the functions set aside by states, in order
 * @param totals the totals
 */
@Schema(description = "Coverage before or after a simulation.")
public record CoverageSummary(
        @Schema(description = "Agreed starting points, in order.")
        List<FunctionSummary> functions,

        @Schema(description = "Functions set aside by states, in order.")
        List<FunctionSummary> setAside,

        CoverageTotals totals) {

    static CoverageSummary of(GovernanceState state, List<FunctionCoverage> coverage) {
        return new CoverageSummary(
                ofStanding(coverage, Standing.STARTING_POINT),
                ofStanding(coverage, Standing.SET_ASIDE),
                CoverageTotals.of(state, coverage));
    }

    private static List<FunctionSummary> ofStanding(List<FunctionCoverage> coverage, Standing standing) {
        return coverage.stream()
                .filter(function -> function.standing() == standing)
                .map(FunctionSummary::of)
                .toList();
    }
}
