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
@Schema(name = "Difference", description = "A document that differs between two states.")
public record Difference(
        @Schema(description = "Order key: differences of all services are sorted by it, as plain text.")
        String order,

        @Schema(examples = "mandates") String collection,
        @Schema(examples = "iom-forum") String id,

        @Schema(description = "Display name in the second state, or else in the first.")
        String name,

        DifferenceKind change,

        @Schema(description = "When it began or ended; null otherwise.", nullable = true) @Nullable PartialDate effective,

        Instant recordedAt,

        @Schema(description = "Ids of the institutions that it is about.")
        List<String> institutions,

        @Schema(description = "Ids of the functions that it is about.")
        List<String> functions,

        @Schema(description = "Ids of the processes that it is about.")
        List<String> processes,

        @Schema(description = "The places at which it differs, if it is in both states.")
        List<FieldChange> fields,

        @Schema(description = "Its revisions between two instants; empty between two days.")
        List<DiffRevision> revisions,

        @Schema(
                type = SchemaType.ARRAY,
                implementation = Citation.class,
                description = "The sources of what differs, or else of the document.")
        List<JsonNode> citations) {}
