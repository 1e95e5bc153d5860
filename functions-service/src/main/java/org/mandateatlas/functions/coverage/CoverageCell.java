package org.mandateatlas.functions.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.functions.capacity.AbsenceReason;
import org.mandateatlas.functions.capacity.CapacityLevel;

/**
 * An institution's part in a function.
 *
 * @param institution its id
 * @param state whether it is mandated, whether it performs
 * @param lead whether it leads the function
 * @param level the highest level at which it performs; null when no source tells
 * @param reason why it does not do more, at that level; null when no source tells
 * @param mandates the mandates behind it, by id
 * @param capacities the capacities behind it, the highest level first
 */
@Schema(description = "An institution's part in a function, of which something is known.")
public record CoverageCell(
        @Schema(examples = "iom") String institution,
        CellState state,
        boolean lead,

        @Schema(description = "The highest level at which it performs; null when no source tells.", nullable = true)
        @Nullable CapacityLevel level,

        @Schema(description = "Why it does not do more; null when no source tells.", nullable = true) @Nullable AbsenceReason reason,

        List<CellMandate> mandates,
        List<CellCapacity> capacities) {

    static CoverageCell of(World world, String function, Placement placement) {
        var cell = placement.cell(function);
        return new CoverageCell(
                placement.id(),
                cell.state(),
                world.isLead(function, placement),
                cell.level(),
                cell.reason(),
                cell.mandates(),
                cell.capacities());
    }

    boolean isMandated() {
        return !mandates.isEmpty();
    }

    boolean isPerformed() {
        return level != null && level.performs();
    }

    boolean fills() {
        return level != null && level.fills();
    }
}
