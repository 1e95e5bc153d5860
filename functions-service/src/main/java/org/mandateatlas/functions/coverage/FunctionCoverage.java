package org.mandateatlas.functions.coverage;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.functions.function.GovernanceFunction;
import org.mandateatlas.functions.function.Standing;

/**
 * A function and every institution of which something is known in it.
 *
 * @param id the function's id
 * @param name its name
 * @param standing whether states can begin with it or set it aside
 * @param classification whether nobody, one or several institutions fill it
 * @param leads ids of the institutions that lead it
 * @param mandated how many institutions are mandated for it
 * @param performed how many perform it, at whichever level
 * @param cells the institutions' parts, by id
 */
@Schema(description = "A function and every institution of which something is known in it.")
public record FunctionCoverage(
        @Schema(examples = "coordination") String id,
        String name,
        Standing standing,
        Classification classification,

        @Schema(description = "Ids of the institutions that lead it; empty when none does.")
        List<String> leads,

        @Schema(description = "How many institutions are mandated for it.")
        int mandated,

        @Schema(description = "How many institutions perform it, at whichever level.")
        int performed,

        List<CoverageCell> cells) {

    static FunctionCoverage of(GovernanceFunction function, List<CoverageCell> cells) {
        return new FunctionCoverage(
                function.id(),
                function.name(),
                function.standing(),
                Classification.of(cells.stream().filter(CoverageCell::fills).count()),
                cells.stream()
                        .filter(CoverageCell::lead)
                        .map(CoverageCell::institution)
                        .toList(),
                (int) cells.stream().filter(CoverageCell::hasMandate).count(),
                (int) cells.stream().filter(CoverageCell::performs).count(),
                cells);
    }

    /** Returns what is missing: somebody who fills it, then the gaps of its institutions, by id. */
    public Stream<Missing> missing() {
        return Missing.in(this);
    }

    /** Returns the function with only some of its cells; what is counted stays. */
    FunctionCoverage showing(Predicate<CoverageCell> shown) {
        return new FunctionCoverage(
                id,
                name,
                standing,
                classification,
                leads,
                mandated,
                performed,
                cells.stream().filter(shown).toList());
    }
}
