package org.mandateatlas.registry;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;

/**
 * One entry of a document's history.
 *
 * @param stream the stream of the log
 * @param sequence the sequence in the stream, from 1 without gaps
 * @param id the document
 * @param version the version that the change made
 * @param change the type of change, in domain terms
 * @param correction whether the record was corrected, as opposed to a change in the world
 * @param recordedAt the record time
 * @param effective when it happened in the world; null when unknown
 * @param actor who recorded it
 * @param note the reason
 * @param patch JSON patch (RFC 6902) from the version before
 * @param hash hash of the revision, which covers the one before in the stream
 */
@Schema(description = "One entry of a document's history.")
public record Change(
        @Schema(description = "Stream of the document.") String stream,

        @Schema(description = "Sequence in the stream, from 1 and without gaps.")
        long sequence,

        @Schema(description = "Id of the document.") String id,

        @Schema(description = "The version that the change created.")
        int version,

        @Schema(description = "What happened.") String change,

        @Schema(description = "Whether the record was corrected, rather than the world having changed.")
        boolean correction,

        @Schema(description = "When it was recorded.") Instant recordedAt,

        @Schema(
                description =
                        "When it happened in the world: the end for an ending, otherwise the start of the validity; null if unknown.",
                nullable = true)
        @Nullable PartialDate effective,

        @Schema(
                description = "Who recorded it; a pseudonym unless the registry shows names.",
                examples = "actor-5f0c1b2a9d3e4f607182")
        String actor,

        @Schema(description = "The reason; null if none was given.", nullable = true) @Nullable String note,

        @Schema(
                type = SchemaType.ARRAY,
                implementation = Object.class,
                description = "JSON patch (RFC 6902) from the version before.")
        @JsonRawValue
        String patch,

        @Schema(description = "Hash of the revision; it covers the previous one in the stream.")
        String hash) {}
