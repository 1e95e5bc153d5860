package org.mandateatlas.gateway.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of a snapshot. */
@Schema(
        description = "A line of a snapshot.",
        oneOf = {SnapshotLine.Start.class, SnapshotLine.Document.class, SnapshotLine.End.class})
sealed interface SnapshotLine {

    /** The first line. */
    @Schema(name = "SnapshotStart", description = "The first line: what the snapshot contains.")
    record Start(
            @Schema(description = "Times and position of the snapshot.")
            Description snapshot) implements SnapshotLine {}

    /** The header of a snapshot. */
    @Schema(name = "SnapshotDescription", description = "The header of a snapshot.")
    record Description(
            @Schema(
                    description = "The position from which the feed continues.",
                    examples = "institution:50,mandate:117")
            String position,

            @Schema(
                    description = "Valid time; null if the snapshot includes all documents.",
                    type = SchemaType.STRING,
                    format = "date")
            @Nullable LocalDate validAt,

            @Schema(description = "Record time; null for the latest.", type = SchemaType.STRING, format = "date-time")
            @Nullable Instant knownAt,

            @Schema(description = "The collection of each stream.")
            Map<String, String> streams) {}

    /** A document. {@link DocumentLines} writes these lines without parsing the documents. */
    @Schema(name = "SnapshotDocument", description = "A document of the snapshot.")
    record Document(
            @Schema(description = "The stream of the document.", examples = "mandate")
            String stream,

            @Schema(
                    type = SchemaType.OBJECT,
                    description = "The document as in events, without its status.",
                    additionalProperties = Schema.True.class,
                    implementation = Object.class)
            JsonNode document)
            implements SnapshotLine {}

    /** The last line. */
    @Schema(name = "SnapshotEnd", description = "The last line: the snapshot is complete.")
    record End(@Schema(description = "Totals.") Count end) implements SnapshotLine {}

    /** The number of documents in a snapshot. */
    @Schema(name = "SnapshotCount", description = "The number of documents in the snapshot.")
    record Count(
            @Schema(description = "Number of documents.") long documents) {}
}
