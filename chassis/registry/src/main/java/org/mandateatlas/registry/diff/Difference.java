package org.mandateatlas.registry.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.registry.citation.Citation;

/**
 * A document that differs between two states.
 *
 * @param order the place among the differences of all services
 * @param collection the collection
 * @param id the id
 * @param name the display name, in the second state or else in the first
 * @param change how it differs
 * @param effective when it began or ended; null otherwise
 * @param recordedAt when the version shown was recorded, or the last revision between the instants
 * @param institutions ids of the institutions that it is about
 * @param functions ids of the functions that it is about
 * @param processes ids of the processes that it is about
 * @param fields the places at which it differs, if it is in both states
 * @param revisions its revisions between two instants; empty between two days
 * @param citations the sources of what differs, or else of the document
 */
@Schema(name = "DocumentChange", description = "The change of a document.")
public record Difference(
        @Schema(hidden = true) String order,

        @Schema(description = "The collection of the document.", examples = "mandates")
        String collection,

        @Schema(description = "The id of the document.", examples = "iom-un-network-coordination")
        String id,

        @Schema(description = "The display name of the document.")
        String name,

        @Schema(
                description =
                        "Between two days: `began`, `ended` or `changed`. Between two instants: `recorded`, `changed`,"
                                + " `corrected`, `retracted` or `restored`.")
        DifferenceKind change,

        @Schema(description = "When it happened in the world; null if unknown.", nullable = true) @Nullable PartialDate effective,

        @Schema(description = "When it was recorded.") Instant recordedAt,

        @Schema(description = "The ids of the institutions that it is about.")
        List<String> institutions,

        @Schema(description = "The ids of the functions that it is about.")
        List<String> functions,

        @Schema(description = "The ids of the processes that it is about.")
        List<String> processes,

        @Schema(description = "The places that differ, if the document is on both sides.")
        List<FieldChange> fields,

        @Schema(description = "Between two instants, the revisions that made the change.")
        List<DiffRevision> revisions,

        @Schema(
                type = SchemaType.ARRAY,
                implementation = Citation.class,
                description = "The sources of what differs, or else of the document.")
        List<JsonNode> citations) {}
