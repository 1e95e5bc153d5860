package org.mandateatlas.functions.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.functions.capacity.AbsenceReason;
import org.mandateatlas.functions.capacity.CapacityLevel;
import org.mandateatlas.registry.citation.Citation;

/**
 * A capacity to perform a function, or the reason for its absence.
 *
 * @param level the level
 * @param reason why the institution does not do more, or null
 * @param text the description of the capacity
 */
@Schema(description = "A capacity to perform a function, or the reason for its absence.")
public record CellCapacity(
        @Schema(description = "Id of the capacity.", examples = "undp-migration-and-development")
        String id,

        @Schema(description = "Level of performance.") CapacityLevel level,

        @Schema(description = "Why it does not do more; null if unknown.", nullable = true) @Nullable AbsenceReason reason,

        @Schema(description = "What the institution does, or why it does not, in our own words.")
        String text,

        List<Citation> citations) {}
