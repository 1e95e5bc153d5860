package org.mandateatlas.functions.coverage;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.functions.capacity.AbsenceReason;
import org.mandateatlas.functions.capacity.CapacityLevel;

/**
 * The state of an institution in a function.
 *
 * @param institution its id
 * @param state whether it is mandated and performs the function
 * @param lead whether it leads the function
 * @param level the highest level at which it performs, or performed when last attested; null if unknown
 * @param reason why it does not do more, or did not when last attested; null if unknown
 * @param lastAttested the last date for which a source shows one of its capacities; null unless the cell is unconfirmed
 * @param mandates its mandates, by id
 * @param capacities its capacities, the highest level first
 */
@Schema(description = "The state of an institution in a function.")
public record CoverageCell(
        @Schema(description = "Institution id.", examples = "iom")
        String institution,

        CellState state,

        @Schema(description = "Whether the institution leads the function.")
        boolean lead,

        @Schema(
                description =
                        "Highest level at which it performs, or at which it performed when last attested if it is unconfirmed; null if unknown.",
                nullable = true)
        @Nullable CapacityLevel level,

        @Schema(
                description =
                        "Why it does not do more, or did not when last attested if it is unconfirmed; null if unknown.",
                nullable = true)
        @Nullable AbsenceReason reason,

        @Schema(
                description =
                        "Last date for which a source shows one of its capacities, if the cell is unconfirmed; else null.",
                nullable = true)
        @Nullable PartialDate lastAttested,

        @Schema(description = "Mandates for the function.") List<CellMandate> mandates,
        @Schema(description = "Capacities in the function.") List<CellCapacity> capacities) {

    private static final Comparator<CellCapacity> HIGHEST_FIRST =
            Comparator.comparing(CellCapacity::level).thenComparing(CellCapacity::id);

    /** Returns a cell without information. */
    static CoverageCell none(String institution) {
        return new CoverageCell(institution, CellState.EMPTY, false, null, null, null, List.of(), List.of());
    }

    /**
     * Returns the cell of an institution.
     *
     * @param designated whether it is the designated lead
     * @param includeUnconfirmed whether unconfirmed capacities count as current ones
     */
    static CoverageCell of(
            String institution,
            List<CellMandate> mandates,
            List<CellCapacity> capacities,
            boolean designated,
            boolean includeUnconfirmed) {
        var ordered = capacities.stream().sorted(HIGHEST_FIRST).toList();
        var highest = highest(ordered, includeUnconfirmed);
        var unconfirmed = highest == null ? lastAttested(ordered) : null;
        var level = highest == null ? null : highest.level();
        var shown = unconfirmed == null ? highest : unconfirmed;
        return new CoverageCell(
                institution,
                unconfirmed == null
                        ? CellState.of(!mandates.isEmpty(), level != null && level.performs())
                        : CellState.UNCONFIRMED,
                designated || (level != null && level.leads()),
                shown == null ? null : shown.level(),
                shown == null ? null : shown.reason(),
                unconfirmed == null ? null : unconfirmed.lastAttested(),
                mandates.stream().sorted(Comparator.comparing(CellMandate::id)).toList(),
                ordered);
    }

    /** Returns the first capacity that counts. */
    private static @Nullable CellCapacity highest(List<CellCapacity> ordered, boolean includeUnconfirmed) {
        for (var capacity : ordered) {
            if (includeUnconfirmed || capacity.confirmed()) {
                return capacity;
            }
        }
        return null;
    }

    /** Returns the first of the unconfirmed capacities with the latest attestation. */
    private static @Nullable CellCapacity lastAttested(List<CellCapacity> ordered) {
        CellCapacity last = null;
        for (var capacity : ordered) {
            if (last == null || capacity.lastAttestedDay().isAfter(last.lastAttestedDay())) {
                last = capacity;
            }
        }
        return last;
    }

    boolean hasMandate() {
        return !mandates.isEmpty();
    }

    boolean unconfirmed() {
        return state == CellState.UNCONFIRMED;
    }

    /** Returns whether its capacities decide it, including reasons for absence. */
    boolean assessed() {
        return !capacities.isEmpty() && !unconfirmed();
    }

    boolean performs() {
        return level != null && level.performs() && !unconfirmed();
    }

    boolean fills() {
        return level != null && level.fills() && !unconfirmed();
    }

    /** Returns the unconfirmed capacities that fill the function if they last; none if an absence is attested. */
    Stream<CellCapacity> unconfirmedFillers() {
        return unconfirmed() || performs()
                ? capacities.stream()
                        .filter(capacity ->
                                !capacity.confirmed() && capacity.level().fills())
                : Stream.empty();
    }
}
