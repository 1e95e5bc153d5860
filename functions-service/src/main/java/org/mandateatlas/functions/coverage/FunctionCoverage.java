package org.mandateatlas.functions.coverage;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.functions.function.GovernanceFunction;
import org.mandateatlas.functions.function.Standing;

/**
 * A function with its coverage cells.
 *
 * @param name its name
 * @param standing its standing
 * @param classification whether no, one or several institutions fill it, or whether that is not confirmed
 * @param lastAttested the last date for which a source decides that; null unless it is unconfirmed
 * @param cells the cells, by institution
 */
@Schema(description = "A function with its coverage cells.")
public record FunctionCoverage(
        @Schema(description = "Function id.", examples = "coordination")
        String id,

        @Schema(description = "Name of the function.") String name,
        Standing standing,
        Classification classification,

        @Schema(
                description = "Last date for which a source shows who fills it, if it is unconfirmed; else null.",
                nullable = true)
        @Nullable PartialDate lastAttested,

        @Schema(description = "Ids of the institutions that lead it.")
        List<String> leads,

        @Schema(description = "Number of institutions mandated for it.")
        int mandated,

        @Schema(description = "Number of institutions that perform it at any level.")
        int performed,

        @Schema(description = "Number of institutions whose capacities are unconfirmed.")
        int unconfirmed,

        @Schema(description = "Cells with information, by institution.")
        List<CoverageCell> cells) {

    static FunctionCoverage of(GovernanceFunction function, List<CoverageCell> cells) {
        var fill = cells.stream().filter(CoverageCell::fills).count();
        var lastAttested = fill == 0 ? lastAttested(cells) : null;
        return new FunctionCoverage(
                function.id(),
                function.name(),
                function.standing(),
                lastAttested == null ? Classification.of(fill) : Classification.UNCONFIRMED,
                lastAttested,
                cells.stream()
                        .filter(CoverageCell::lead)
                        .map(CoverageCell::institution)
                        .toList(),
                (int) cells.stream().filter(CoverageCell::hasMandate).count(),
                (int) cells.stream().filter(CoverageCell::performs).count(),
                (int) cells.stream().filter(CoverageCell::unconfirmed).count(),
                cells);
    }

    /** Returns when unconfirmed capacities that decide whether the function is filled were last attested; null if none do. */
    private static @Nullable PartialDate lastAttested(List<CoverageCell> cells) {
        var fillers = cells.stream().flatMap(CoverageCell::unconfirmedFillers).toList();
        var deciding = fillers.isEmpty() && cells.stream().noneMatch(CoverageCell::assessed)
                ? cells.stream().flatMap(cell -> cell.capacities().stream())
                : fillers.stream();
        return deciding.max(Comparator.comparing(CellCapacity::lastAttestedDay))
                .map(CellCapacity::lastAttested)
                .orElse(null);
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
                lastAttested,
                leads,
                mandated,
                performed,
                unconfirmed,
                cells.stream().filter(shown).toList());
    }
}
