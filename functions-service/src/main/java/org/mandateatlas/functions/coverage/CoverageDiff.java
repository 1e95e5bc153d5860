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
 * How coverage differs between two days of the world, or between two instants of our knowledge, and why.
 *
 * @param axis along which time
 * @param from the first day or instant
 * @param to the second
 * @param validAt the day that both instants are asked about; null between days
 * @param knownAt the instant as of which both days are told; null for the latest, and between instants
 * @param position the point of the logs that it rests on
 * @param functions the functions whose coverage differs, in order
 * @param institutions the institutions that came, went or changed, by id
 */
@Schema(
        description = "How coverage differs between two days of the world, or between two instants of our knowledge,"
                + " and why.")
public record CoverageDiff(
        Axis axis,
        @Schema(examples = "2004-12-31") String from,
        @Schema(examples = "2026-01-01") String to,
        @Schema(nullable = true) @Nullable LocalDate validAt,
        @Schema(nullable = true) @Nullable Instant knownAt,
        String position,
        List<FunctionChange> functions,
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

    static CoverageDiff between(SpanRequest span, Moment first, Moment second, DiffFilter filter) {
        return between(span.axis(), span.from(), span.to(), first, second, filter);
    }

    static CoverageDiff between(Axis axis, String from, String to, Moment first, Moment second, DiffFilter filter) {
        var comparison = new Comparison(first, second, filter.population);
        var world = axis == Axis.WORLD;
        return new CoverageDiff(
                axis,
                from,
                to,
                world ? null : second.day(),
                world ? second.known().knownAt() : null,
                second.known().position().toString(),
                comparison.functions(filter),
                comparison.institutions(filter));
    }

    /**
     * A function whose coverage differs.
     *
     * @param id its id
     * @param before its coverage before; null when it was not known
     * @param after its coverage after; null when it is not known
     * @param cells the cells that differ, by institution
     * @param causes what happened to the function itself
     */
    @Schema(description = "A function whose coverage differs.")
    public record FunctionChange(
            @Schema(examples = "coordination") String id,
            @Schema(nullable = true) @Nullable FunctionSummary before,
            @Schema(nullable = true) @Nullable FunctionSummary after,
            List<CellChange> cells,
            List<Cause> causes) {}

    /**
     * A cell that differs.
     *
     * @param institution the institution's id
     * @param institutionName its name
     * @param before what it was
     * @param after what it is
     * @param causes why, never empty
     */
    @Schema(description = "A cell that differs.")
    public record CellChange(
            @Schema(examples = "iom") String institution,
            String institutionName,
            CellSummary before,
            CellSummary after,
            @Schema(description = "Why; never empty.") List<Cause> causes) {}

    /**
     * An institution that came, went or changed.
     *
     * @param id its id
     * @param name its name
     * @param causes what happened to it
     */
    @Schema(description = "An institution that came, went or changed.")
    public record InstitutionChange(
            @Schema(examples = "iom") String id, String name, List<Cause> causes) {}

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
