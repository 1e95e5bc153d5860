package org.mandateatlas.functions.simulation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.functions.coverage.CoverageTotals;
import org.mandateatlas.functions.coverage.FunctionCoverage;
import org.mandateatlas.functions.coverage.FunctionSummary;
import org.mandateatlas.functions.coverage.GovernanceState;

/**
 * The functions and what they come to, before or after a reform.
 *
 * @param functions the functions, the starting points first
 * @param totals what they come to
 */
@Schema(description = "The functions and what they come to, before or after a reform.")
public record Arrangement(List<FunctionSummary> functions, CoverageTotals totals) {

    static Arrangement of(GovernanceState world, List<FunctionCoverage> covered) {
        return new Arrangement(covered.stream().map(FunctionSummary::of).toList(), CoverageTotals.of(world, covered));
    }
}
