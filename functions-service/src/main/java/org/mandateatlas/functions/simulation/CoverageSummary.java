package org.mandateatlas.functions.simulation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.functions.coverage.CoverageTotals;
import org.mandateatlas.functions.coverage.FunctionCoverage;
import org.mandateatlas.functions.coverage.FunctionSummary;
import org.mandateatlas.functions.coverage.GovernanceState;

/**
 * Coverage before or after a simulation.
 *
 * @param functions the functions, starting points first
 * @param totals the totals
 */
@Schema(description = "Coverage before or after a simulation.")
public record CoverageSummary(
        @Schema(description = "Functions, in order.") List<FunctionSummary> functions, CoverageTotals totals) {

    static CoverageSummary of(GovernanceState state, List<FunctionCoverage> coverage) {
        return new CoverageSummary(
                coverage.stream().map(FunctionSummary::of).toList(), CoverageTotals.of(state, coverage));
    }
}
