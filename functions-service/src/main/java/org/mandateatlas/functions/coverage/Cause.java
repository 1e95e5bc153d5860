package org.mandateatlas.functions.coverage;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.registry.citation.Citation;

/**
 * The cause of a difference in coverage.
 *
 * @param kind the kind of document
 */
@Schema(name = "CoverageCause", description = "The cause of a difference in coverage.")
public record Cause(
        @Schema(description = "Kind of the document.") CauseKind kind,

        @Schema(description = "Id of the document.", examples = "iom-forum")
        String id,

        @Schema(
                description =
                        "The change. In valid time: began, ended, moved-here, moved-away, or un-status or name of an institution. In record time: the change type of the log.",
                examples = "began")
        String change,

        @Schema(description = "Title of the mandate, text of the capacity, or the new value of the institution.")
        String text,

        @Schema(description = "When it happened in the world; null if unknown.", nullable = true) @Nullable PartialDate on,

        @Schema(description = "When it was recorded; null for changes in valid time.", nullable = true) @Nullable Instant recordedAt,

        List<Citation> citations) {}
