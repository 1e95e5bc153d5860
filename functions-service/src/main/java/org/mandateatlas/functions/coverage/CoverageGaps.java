package org.mandateatlas.functions.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.registry.http.Table;

/**
 * Gaps at a pair of times.
 *
 * @param validAt the valid time
 * @param knownAt the record time, or null for the latest
 * @param position the log position that it is computed from
 * @param items the gaps by function, in order, then by institution
 */
@Schema(description = "Gaps at a pair of times.")
public record CoverageGaps(
        LocalDate validAt,
        @Schema(nullable = true) @Nullable Instant knownAt,
        String position,

        @Schema(description = "Gaps, by function and institution.")
        List<CoverageGap> items) {

    private static final List<String> COLUMNS = List.of(
            "kind",
            "function",
            "functionName",
            "standing",
            "institution",
            "institutionName",
            "level",
            "reason",
            "mandates",
            "capacities",
            "sources");

    static CoverageGaps of(BitemporalSnapshot snapshot, CoverageFilter filter, List<String> kinds) {
        var state = snapshot.state(filter.populations(), filter.includesUnconfirmed());
        return new CoverageGaps(
                snapshot.day(),
                snapshot.registry().knownAt(),
                snapshot.registry().position().toString(),
                state.coverage().stream()
                        .filter(filter::passes)
                        .flatMap(function -> function.gaps().map(gap -> CoverageGap.of(state, function, gap)))
                        .filter(gap -> kinds.isEmpty() || kinds.contains(EnumValues.of(gap.kind())))
                        .filter(gap -> filter.institution.isEmpty()
                                || (gap.institution() != null && filter.passesInstitution(gap.institution())))
                        .toList());
    }

    Table table() {
        return new Table(COLUMNS, items.stream().map(CoverageGaps::row));
    }

    private static List<@Nullable Object> row(CoverageGap gap) {
        return Arrays.asList(
                EnumValues.of(gap.kind()),
                gap.function(),
                gap.functionName(),
                EnumValues.of(gap.standing()),
                gap.institution(),
                gap.institutionName(),
                gap.level() == null ? null : EnumValues.of(gap.level()),
                gap.reason() == null ? null : EnumValues.of(gap.reason()),
                Table.joined(gap.mandates().stream().map(CellMandate::id)),
                Table.joined(gap.capacities().stream().map(CellCapacity::id)),
                Table.sources(Stream.concat(
                        gap.mandates().stream().flatMap(mandate -> mandate.citations().stream()),
                        gap.capacities().stream().flatMap(capacity -> capacity.citations().stream()))));
    }
}
