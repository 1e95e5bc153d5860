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
 * @param validAt the valid time
 * @param knownAt the record time, or null for the latest
 * @param position the log position that it is computed from
 */
@Schema(description = "The functions that several institutions fill at a pair of times.")
public record CoverageOverlaps(
        LocalDate validAt,
        @Schema(nullable = true) @Nullable Instant knownAt,
        String position,

        @Schema(description = "Functions in order, each with the institutions that fill it.")
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

    static CoverageOverlaps of(BitemporalSnapshot snapshot, CoverageFilter filter) {
        return new CoverageOverlaps(
                snapshot.day(),
                snapshot.registry().knownAt(),
                snapshot.registry().position().toString(),
                snapshot.state(filter.populations(), filter.includesUnconfirmed()).coverage().stream()
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
