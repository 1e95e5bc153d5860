package org.mandateatlas.functions.coverage;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.functions.function.GovernanceFunction;
import org.mandateatlas.functions.function.Standing;

/**
 * A function with its coverage cells.
 *
 * @param name its name
 * @param standing its standing
 * @param classification whether no, one or several institutions fill it
 * @param cells the cells, by institution
 */
@Schema(description = "A function with its coverage cells.")
public record FunctionCoverage(
        @Schema(description = "Function id.", examples = "coordination")
        String id,

        @Schema(description = "Name of the function.") String name,
        Standing standing,
        Classification classification,

        @Schema(description = "Ids of the institutions that lead it.")
        List<String> leads,

        @Schema(description = "Number of institutions mandated for it.")
        int mandated,

        @Schema(description = "Number of institutions that perform it at any level.")
        int performed,

        @Schema(description = "Cells with information, by institution.")
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

    /** Returns the gaps: a function gap, then the gaps of institutions by id. */
    public Stream<Gap> gaps() {
        return Gap.in(this);
    }

    /** Returns the function with a subset of its cells and unchanged counts. */
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
