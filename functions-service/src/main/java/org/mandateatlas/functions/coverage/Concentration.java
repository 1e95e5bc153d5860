package org.mandateatlas.functions.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The concentration of governance: the Herfindahl index over functions. Each function is shared equally by its institutions;
 * the share of an institution is the mean of its shares; the index is the sum of the squared shares, from near 0 to 1.
 */
@Schema(
        description =
                "The Herfindahl index over functions, from near 0 to 1: each function is shared equally by its institutions, and the share of an institution is the mean of its shares.")
public record Concentration(
        @Schema(description = "Index over mandates; 0 if there are none.")
        BigDecimal mandates,

        @Schema(description = "Index over capacities of any level; 0 if there are none.")
        BigDecimal capacities) {

    private static final int DIGITS = 4;

    static Concentration of(List<FunctionCoverage> functions) {
        return new Concentration(index(functions, CoverageCell::hasMandate), index(functions, CoverageCell::performs));
    }

    private static BigDecimal index(List<FunctionCoverage> functions, Predicate<CoverageCell> counts) {
        var shares = new TreeMap<String, Double>();
        var functionCount = 0;
        for (var function : functions) {
            var institutions = function.cells().stream().filter(counts).toList();
            institutions.forEach(cell -> shares.merge(cell.institution(), 1.0 / institutions.size(), Double::sum));
            functionCount += institutions.isEmpty() ? 0 : 1;
        }
        var index = 0.0;
        for (var share : shares.values()) {
            index += (share / functionCount) * (share / functionCount);
        }
        return BigDecimal.valueOf(index).setScale(DIGITS, RoundingMode.HALF_UP);
    }
}
