package org.mandateatlas.functions.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far governance is in few hands: the Herfindahl index over functions. Each function that anybody carries is shared equally
 * by those who carry it; an institution's share is the mean of its shares; the index is the sum of their squares, from near 0
 * to 1 for a single institution.
 *
 * @param mandates where to carry a function is to be mandated for it
 * @param capacities where to carry a function is to perform it, at whichever level
 */
@Schema(
        description = "The Herfindahl index over functions, from near 0 to 1: each function is shared equally by the"
                + " institutions that carry it, and an institution's share is the mean of its shares.")
public record Concentration(
        @Schema(description = "To carry is to be mandated. 0 when nobody is.")
        BigDecimal mandates,

        @Schema(description = "To carry is to perform, at whichever level. 0 when nobody does.")
        BigDecimal capacities) {

    private static final int DIGITS = 4;

    static Concentration of(List<FunctionCoverage> functions) {
        return new Concentration(index(functions, CoverageCell::hasMandate), index(functions, CoverageCell::performs));
    }

    private static BigDecimal index(List<FunctionCoverage> functions, Predicate<CoverageCell> carries) {
        var shares = new TreeMap<String, Double>();
        var carried = 0;
        for (var function : functions) {
            var carriers = function.cells().stream().filter(carries).toList();
            carriers.forEach(carrier -> shares.merge(carrier.institution(), 1.0 / carriers.size(), Double::sum));
            carried += carriers.isEmpty() ? 0 : 1;
        }
        var index = 0.0;
        for (var share : shares.values()) {
            index += (share / carried) * (share / carried);
        }
        return BigDecimal.valueOf(index).setScale(DIGITS, RoundingMode.HALF_UP);
    }
}
