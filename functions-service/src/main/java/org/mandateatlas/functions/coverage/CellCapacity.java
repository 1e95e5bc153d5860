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
        @Schema(examples = "undp-migration-and-development") String id,
        CapacityLevel level,
        @Schema(nullable = true) @Nullable AbsenceReason reason,
        String text,
        List<Citation> citations) {}
