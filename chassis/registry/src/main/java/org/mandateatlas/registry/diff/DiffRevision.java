package org.mandateatlas.registry.diff;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a document between two instants.
 *
 * @param version the version it made
 * @param change the change type
 * @param correction whether the record was corrected; otherwise the world changed
 * @param recordedAt when it was recorded
 * @param note why
 */
@Schema(description = "A revision of a document.")
public record DiffRevision(
        int version,

        @Schema(description = "The kind of change.", examples = "transferred")
        String change,

        @Schema(description = "Whether the change corrects the record. Otherwise the world changed.")
        boolean correction,

        Instant recordedAt,

        @Schema(description = "The reason; null if none was given.", nullable = true) @Nullable String note) {}
