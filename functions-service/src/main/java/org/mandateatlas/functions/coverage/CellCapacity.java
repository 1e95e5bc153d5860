package org.mandateatlas.functions.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.functions.capacity.AbsenceReason;
import org.mandateatlas.functions.capacity.CapacityLevel;
import org.mandateatlas.registry.citation.Citation;

/**
 * A capacity to perform a function, or why there is none.
 *
 * @param id its id
 * @param level the level
 * @param reason why it does not do more; null where nothing keeps it
 * @param text what is done, or why not
 * @param citations where that stands
 */
@Schema(description = "A capacity to perform a function, or why there is none.")
public record CellCapacity(
        @Schema(examples = "undp-migration-and-development") String id,
        CapacityLevel level,
        @Schema(nullable = true) @Nullable AbsenceReason reason,
        String text,
        List<Citation> citations) {}
