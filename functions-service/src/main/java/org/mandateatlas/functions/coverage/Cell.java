package org.mandateatlas.functions.coverage;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.functions.capacity.AbsenceReason;
import org.mandateatlas.functions.capacity.CapacityLevel;

/**
 * An institution's part in a function.
 *
 * @param state whether it is mandated, whether it performs
 * @param level the highest level at which it performs; null when no source tells
 * @param reason why not more, at that level
 * @param mandates its mandates, by id
 * @param capacities its capacities, the highest level first
 */
record Cell(
        CellState state,
        @Nullable CapacityLevel level,
        @Nullable AbsenceReason reason,
        List<CellMandate> mandates,
        List<CellCapacity> capacities) {

    private static final Comparator<CellCapacity> HIGHEST_FIRST =
            Comparator.comparing(CellCapacity::level).thenComparing(CellCapacity::id);

    /** No part that anything is known of. */
    static final Cell NONE = of(List.of(), List.of());

    static Cell of(List<CellMandate> mandates, List<CellCapacity> capacities) {
        var ordered = capacities.stream().sorted(HIGHEST_FIRST).toList();
        var highest = ordered.isEmpty() ? null : ordered.getFirst();
        var level = highest == null ? null : highest.level();
        return new Cell(
                CellState.of(!mandates.isEmpty(), level != null && level.performs()),
                level,
                highest == null ? null : highest.reason(),
                mandates.stream().sorted(Comparator.comparing(CellMandate::id)).toList(),
                ordered);
    }

    boolean isMandated() {
        return !mandates.isEmpty();
    }

    boolean isPerformed() {
        return level != null && level.performs();
    }

    /** Tells whether the function is filled by it. */
    boolean fills() {
        return level != null && level.fills();
    }
}
