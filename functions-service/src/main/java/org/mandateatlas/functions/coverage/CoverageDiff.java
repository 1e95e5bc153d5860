package org.mandateatlas.functions.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.registry.http.Axis;
import org.mandateatlas.registry.http.Table;
import org.mandateatlas.replication.http.SpanRequest;

/**
 * Differences in coverage between two dates of valid time or two instants of record time, with their causes.
 *
 * @param axis the compared time axis
 * @param from the start
 * @param to the end
 * @param validAt the valid time, if instants are compared
 * @param knownAt the record time, if dates are compared; null for the latest
 * @param position the log position that it is computed from
 * @param functions the functions with differences, in order
 * @param institutions the institutions that began, ended or changed, by id
 */
@Schema(
        description =
                "Differences in coverage between two dates of valid time or two instants of record time, with their"
                        + " causes.")
public record CoverageDiff(
        Axis axis,

        @Schema(description = "Start of the comparison.", examples = "2004-12-31")
        String from,

        @Schema(description = "End of the comparison.", examples = "2026-01-01")
        String to,

        @Schema(description = "Valid time on both sides if two instants are compared; else null.", nullable = true)
        @Nullable LocalDate validAt,

        @Schema(
                description = "Record time on both sides if two dates are compared; else null, as for the latest.",
                nullable = true)
        @Nullable Instant knownAt,

        @Schema(
                description =
                        "Log position that the response is computed from; request it to get the same response again.")
        String position,

        @Schema(description = "Functions with differences, in order.")
        List<FunctionChange> functions,

        @Schema(description = "Institutions that began, ended or changed, by id.")
        List<InstitutionChange> institutions) {

    private static final List<String> COLUMNS = List.of(
            "function",
            "institution",
            "stateBefore",
            "stateAfter",
            "levelBefore",
            "levelAfter",
            "leadBefore",
            "leadAfter",
            "cause",
            "id",
            "change",
            "on",
            "recordedAt",
            "text",
            "sources");

    static CoverageDiff between(
            SpanRequest span, BitemporalSnapshot first, BitemporalSnapshot second, CoverageDiffFilter filter) {
        return between(span.axis(), span.from(), span.to(), first, second, filter);
    }

    /** Compares two snapshots; in valid time, capacities count until they are known to have ended. */
    static CoverageDiff between(
            Axis axis,
            String from,
            String to,
            BitemporalSnapshot first,
            BitemporalSnapshot second,
            CoverageDiffFilter filter) {
        var state = axis == Axis.WORLD;
        var comparison = new CoverageComparison(first, second, filter.population, state);
        return new CoverageDiff(
                axis,
                from,
                to,
                state ? null : second.day(),
                state ? second.registry().knownAt() : null,
                second.registry().position().toString(),
                comparison.functions(filter),
                comparison.institutions(filter));
    }

    /**
     * A function with differences in coverage.
     *
     * @param before its coverage before, or null if it did not exist
     * @param after its coverage after, or null if it does not exist
     * @param cells the cells that differ, by institution
     * @param causes changes of the function itself
     */
    @Schema(description = "A function with differences in coverage.")
    public record FunctionChange(
            @Schema(description = "Function id.", examples = "coordination")
            String id,

            @Schema(description = "Its coverage before; null if it did not exist.", nullable = true) @Nullable FunctionSummary before,

            @Schema(description = "Its coverage after; null if it does not exist.", nullable = true) @Nullable FunctionSummary after,

            @Schema(description = "Cells that differ, by institution.")
            List<CellChange> cells,

            @Schema(description = "Changes of the function itself.")
            List<Cause> causes) {}

    /**
     * A cell with differences.
     *
     * @param institution the institution's id
     * @param institutionName name of its holder
     * @param before the cell before
     * @param after the cell after
     */
    @Schema(description = "A cell with differences.")
    public record CellChange(
            @Schema(description = "Institution id.", examples = "iom")
            String institution,

            @Schema(description = "Display name of the institution.")
            String institutionName,

            @Schema(description = "The cell before.") CellSummary before,
            @Schema(description = "The cell after.") CellSummary after,
            @Schema(description = "Causes; never empty.") List<Cause> causes) {}

    /**
     * An institution that began, ended or changed.
     *
     * @param name its name
     * @param causes its changes
     */
    @Schema(description = "An institution that began, ended or changed.")
    public record InstitutionChange(
            @Schema(description = "Institution id.", examples = "iom")
            String id,

            @Schema(description = "Display name of the institution.")
            String name,

            @Schema(description = "Its changes.") List<Cause> causes) {}

    Table table() {
        return new Table(
                COLUMNS,
                Stream.concat(
                        functions.stream()
                                .flatMap(function -> function.cells().stream()
                                        .flatMap(cell ->
                                                cell.causes().stream().map(cause -> row(function.id(), cell, cause)))),
                        institutions.stream()
                                .flatMap(institution ->
                                        institution.causes().stream().map(cause -> row(institution, cause)))));
    }

    private static List<@Nullable Object> row(String function, CellChange cell, Cause cause) {
        return Arrays.asList(
                function,
                cell.institution(),
                EnumValues.of(cell.before().state()),
                EnumValues.of(cell.after().state()),
                cell.before().level() == null
                        ? null
                        : EnumValues.of(cell.before().level()),
                cell.after().level() == null ? null : EnumValues.of(cell.after().level()),
                cell.before().lead(),
                cell.after().lead(),
                EnumValues.of(cause.kind()),
                cause.id(),
                cause.change(),
                cause.on(),
                cause.recordedAt(),
                cause.text(),
                Table.sources(cause.citations().stream()));
    }

    private static List<@Nullable Object> row(InstitutionChange institution, Cause cause) {
        return Arrays.asList(
                null,
                institution.id(),
                null,
                null,
                null,
                null,
                null,
                null,
                EnumValues.of(cause.kind()),
                cause.id(),
                cause.change(),
                cause.on(),
                cause.recordedAt(),
                cause.text(),
                Table.sources(cause.citations().stream()));
    }
}
