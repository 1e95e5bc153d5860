package org.mandateatlas.functions.coverage;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.registry.citation.Citation;

/**
 * Why coverage differs.
 *
 * @param kind what it rests on
 * @param id the document
 * @param change what happened: began, ended, moved-here, moved-away in the world; in our knowledge, the change of the log
 * @param text the title of the mandate, what the capacity does, or the institution's name
 * @param on when it happened in the world; null when unknown, and for what happened in our knowledge
 * @param recordedAt when it was recorded; null for what happened in the world
 * @param citations where it stands
 */
@Schema(name = "CoverageCause", description = "Why coverage differs.")
public record Cause(
        CauseKind kind,
        @Schema(examples = "iom-forum") String id,

        @Schema(
                description =
                        "What happened: began, ended, moved-here or moved-away in the world, or un-status or name of"
                                + " an institution; in our knowledge, the change that the log has.",
                examples = "began")
        String change,

        @Schema(description = "The mandate's title, what the capacity does, or what the institution is then.")
        String text,

        @Schema(description = "When it happened in the world; null when unknown.", nullable = true) @Nullable PartialDate on,

        @Schema(description = "When it was recorded; null for what happened in the world.", nullable = true) @Nullable Instant recordedAt,

        List<Citation> citations) {}
