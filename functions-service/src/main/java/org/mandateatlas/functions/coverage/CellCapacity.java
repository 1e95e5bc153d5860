package org.mandateatlas.functions.coverage;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity.Status;
import org.mandateatlas.functions.capacity.AbsenceReason;
import org.mandateatlas.functions.capacity.CapacityLevel;
import org.mandateatlas.registry.citation.Citation;

/**
 * A capacity to perform a function, or the reason for its absence.
 *
 * @param level the level
 * @param reason why the institution does not do more, or null
 * @param text the description of the capacity
 * @param status whether it is current or unconfirmed on the day
 * @param lastAttested the last date for which a source shows it; null if it is current
 */
@Schema(description = "A capacity to perform a function, or the reason for its absence.")
public record CellCapacity(
        @Schema(description = "Id of the capacity.", examples = "undp-migration-and-development")
        String id,

        @Schema(description = "Level of performance.") CapacityLevel level,

        @Schema(description = "Why it does not do more; null if unknown.", nullable = true) @Nullable AbsenceReason reason,

        @Schema(description = "What the institution does, or why it does not, in our own words.")
        String text,

        @Schema(description = "Whether it is current or unconfirmed on the date.")
        Status status,

        @Schema(
                description = "Last date for which a source shows it, if it is unconfirmed; else null.",
                nullable = true)
        @Nullable PartialDate lastAttested,

        List<Citation> citations) {

    /** Returns a capacity that a simulation assigns. */
    public static CellCapacity assigned(String id, CapacityLevel level, @Nullable AbsenceReason reason, String text) {
        return new CellCapacity(id, level, reason, text, Status.CURRENT, null, List.of());
    }

    /** Returns the capacity at another level. */
    public CellCapacity at(CapacityLevel otherLevel) {
        return new CellCapacity(id, otherLevel, reason, text, status, lastAttested, citations);
    }

    /** Returns the last day of its attestation; {@link LocalDate#MAX} if it is current. */
    LocalDate lastAttestedDay() {
        return lastAttested == null ? LocalDate.MAX : lastAttested.lastDay();
    }

    boolean confirmed() {
        return status == Status.CURRENT;
    }
}
