package org.mandateatlas.functions.coverage;

import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.functions.capacity.AbsenceReason;
import org.mandateatlas.functions.capacity.CapacityLevel;

/**
 * The state of an institution in a function.
 *
 * @param institution its id
 * @param state whether it is mandated and performs the function
 * @param lead whether it leads the function
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

        @Schema(description = "Highest level at which it performs; null if unknown.", nullable = true) @Nullable CapacityLevel level,

        @Schema(description = "Why it does not do more; null if unknown.", nullable = true) @Nullable AbsenceReason reason,

        @Schema(description = "Mandates for the function.") List<CellMandate> mandates,
        @Schema(description = "Capacities in the function.") List<CellCapacity> capacities) {

    private static final Comparator<CellCapacity> HIGHEST_FIRST =
            Comparator.comparing(CellCapacity::level).thenComparing(CellCapacity::id);

    /** Returns a cell without information. */
    static CoverageCell none(String institution) {
        return new CoverageCell(institution, CellState.EMPTY, false, null, null, List.of(), List.of());
    }

    static CoverageCell of(
            String institution, List<CellMandate> mandates, List<CellCapacity> capacities, boolean designated) {
        var ordered = capacities.stream().sorted(HIGHEST_FIRST).toList();
        var highest = ordered.isEmpty() ? null : ordered.getFirst();
        var level = highest == null ? null : highest.level();
        return new CoverageCell(
                institution,
                CellState.of(!mandates.isEmpty(), level != null && level.performs()),
                designated || (level != null && level.leads()),
                level,
                highest == null ? null : highest.reason(),
                mandates.stream().sorted(Comparator.comparing(CellMandate::id)).toList(),
                ordered);
    }

    boolean hasMandate() {
        return !mandates.isEmpty();
    }

    boolean performs() {
        return level != null && level.performs();
    }

    boolean fills() {
        return level != null && level.fills();
    }
}
