package org.mandateatlas.registry;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a line of a batch.
 *
 * @param line the line in the body of the request, from 1
 * @param id the document
 * @param result what happened
 * @param version the version of the document that is stored now
 * @param sequence the sequence of the new revision in its stream; null if nothing was recorded
 * @param recordedAt when that version was recorded
 */
public record BatchResult(
        @Schema(description = "Line of the document in the request, from 1.")
        int line,

        @Schema(description = "Id of the document.") String id,

        @Schema(description = "What happened: unchanged if the stored document was equal.")
        WriteResult.Kind result,

        @Schema(description = "Version of the document that is stored now.")
        int version,

        @Schema(description = "Sequence of the new revision in its stream; null if the document is unchanged.")
        @Nullable Long sequence,

        @Schema(description = "When this version was recorded.")
        Instant recordedAt) {}
