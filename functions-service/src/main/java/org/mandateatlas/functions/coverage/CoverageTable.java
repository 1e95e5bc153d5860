package org.mandateatlas.functions.coverage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.registry.http.Table;

/** Coverage as a table with one row per cell, and one row for a function without cells. */
final class CoverageTable {

    private static final List<String> COLUMNS = List.of(
            "function",
            "functionName",
            "standing",
            "classification",
            "functionLastAttested",
            "institution",
            "institutionName",
            "state",
            "lead",
            "level",
            "reason",
            "lastAttested",
            "mandates",
            "capacities",
            "sources");

    private CoverageTable() {}

    static Table of(Coverage coverage) {
        var names = new HashMap<String, String>();
        coverage.institutions().forEach(institution -> names.put(institution.id(), institution.name()));
        return new Table(
                COLUMNS,
                Stream.concat(coverage.functions().stream(), coverage.setAside().stream())
                        .flatMap(function -> function.cells().isEmpty()
                                ? Stream.of(row(function, null, ""))
                                : function.cells().stream()
                                        .map(cell -> row(
                                                function,
                                                cell,
                                                names.getOrDefault(cell.institution(), cell.institution())))));
    }

    private static List<@Nullable Object> row(FunctionCoverage function, @Nullable CoverageCell cell, String name) {
        var row = new @Nullable Object[COLUMNS.size()];
        row[0] = function.id();
        row[1] = function.name();
        row[2] = EnumValues.of(function.standing());
        row[3] = EnumValues.of(function.classification());
        row[4] = function.lastAttested();
        if (cell != null) {
            row[5] = cell.institution();
            row[6] = name;
            row[7] = EnumValues.of(cell.state());
            row[8] = cell.lead();
            row[9] = cell.level() == null ? null : EnumValues.of(cell.level());
            row[10] = cell.reason() == null ? null : EnumValues.of(cell.reason());
            row[11] = cell.lastAttested();
            row[12] = Table.joined(cell.mandates().stream().map(CellMandate::id));
            row[13] = Table.joined(cell.capacities().stream().map(CellCapacity::id));
            row[14] = sources(cell);
        }
        return Arrays.asList(row);
    }

    /** Returns the distinct sources of a cell. */
    static String sources(CoverageCell cell) {
        return Table.sources(Stream.concat(
                cell.mandates().stream().flatMap(mandate -> mandate.citations().stream()),
                cell.capacities().stream().flatMap(capacity -> capacity.citations().stream())));
    }
}
