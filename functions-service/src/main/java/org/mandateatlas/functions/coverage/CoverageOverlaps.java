package org.mandateatlas.functions.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.registry.http.Table;

/**
 * The functions that several institutions fill at a pair of times.
 *
 * @param validAt the day of the world
 * @param knownAt the instant of our knowledge; null for the latest
 * @param position the point of the logs that it rests on
 * @param items the functions, in order, each with the institutions that fill it
 */
@Schema(description = "The functions that several institutions fill at a pair of times.")
public record CoverageOverlaps(
        LocalDate validAt,
        @Schema(nullable = true) @Nullable Instant knownAt,
        String position,

        @Schema(description = "The functions, in order, each with the institutions that fill it.")
        List<FunctionCoverage> items) {

    private static final List<String> COLUMNS = List.of(
            "function",
            "functionName",
            "standing",
            "institution",
            "lead",
            "level",
            "mandates",
            "capacities",
            "sources");

    static CoverageOverlaps of(Moment moment, CoverageFilter filter) {
        return new CoverageOverlaps(
                moment.day(),
                moment.known().knownAt(),
                moment.known().position().toString(),
                moment.world(filter.populations()).coverage().stream()
                        .filter(function -> function.classification() == Classification.OVERLAP)
                        .filter(filter::passes)
                        .filter(function -> filter.institution.isEmpty()
                                || function.cells().stream().anyMatch(cell -> cell.fills() && filter.passes(cell)))
                        .map(function -> function.showing(CoverageCell::fills))
                        .toList());
    }

    Table table() {
        return new Table(
                COLUMNS,
                items.stream().flatMap(function -> function.cells().stream().map(cell -> row(function, cell))));
    }

    private static List<@Nullable Object> row(FunctionCoverage function, CoverageCell cell) {
        return Arrays.asList(
                function.id(),
                function.name(),
                EnumValues.of(function.standing()),
                cell.institution(),
                cell.lead(),
                cell.level() == null ? null : EnumValues.of(cell.level()),
                Table.joined(cell.mandates().stream().map(CellMandate::id)),
                Table.joined(cell.capacities().stream().map(CellCapacity::id)),
                CoverageTable.sources(cell));
    }
}
