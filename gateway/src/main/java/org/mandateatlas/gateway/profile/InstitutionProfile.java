package org.mandateatlas.gateway.profile;

import static org.mandateatlas.gateway.profile.ProfileDefinition.ProfilePart.computed;
import static org.mandateatlas.gateway.profile.ProfileDefinition.ProfilePart.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.compose.Missing;

/** Everything that the registry holds about an institution; describes the JSON only. */
@Schema(description = "Everything that the registry holds about an institution.")
record InstitutionProfile(
        @Nullable LocalDate validAt,
        @Nullable Instant knownAt,

        @Schema(description = "The log position that the profile reflects, as in Atlas-Position.")
        String position,

        @Schema(description = "The institution; null if unavailable.", ref = "Institution") @Nullable JsonNode institution,

        @Schema(type = SchemaType.ARRAY, ref = "Mandate", description = "Its mandates.") @Nullable List<JsonNode> mandates,

        @Schema(type = SchemaType.ARRAY, ref = "Capacity", description = "Its capacities.") @Nullable List<JsonNode> capacities,

        @Schema(description = "Its coverage; null if unavailable.", ref = "CoverageOfInstitution") @Nullable JsonNode coverage,

        @Schema(type = SchemaType.ARRAY, ref = "Process", description = "The processes in which it participates.")
        @Nullable List<JsonNode> processes,

        @Schema(type = SchemaType.ARRAY, ref = "Participation", description = "Its roles in these processes.") @Nullable List<JsonNode> participations,

        @Schema(description = "Instruments related to it.") Instruments instruments,

        @Schema(type = SchemaType.ARRAY, ref = "TimelineItem", description = "Its timeline.")
        List<JsonNode> timeline,

        @Schema(
                description = "The URL of the next page of each part that has further items, by the part's name.",
                examples = "{}")
        Map<String, String> next,

        @Schema(description = "The names of the documents that the profile refers to, by collection and id.")
        Map<String, Map<String, String>> names,

        @Schema(description = "Parts that are unavailable, or older copies.")
        List<Missing> missing) {

    static final ProfileDefinition DEFINITION = new ProfileDefinition(
            "institution",
            "institutions",
            List.of(
                    documents("mandates", "mandates?institution={id}"),
                    documents("capacities", "capacities?institution={id}"),
                    computed("coverage", "coverage/institutions/{id}"),
                    documents("processes", "processes?participant={id}"),
                    documents("participations", "participations?institution={id}"),
                    documents("instruments.restsOn", "instruments?basisOf={id}"),
                    documents("instruments.supervises", "instruments?supervisedBy={id}")));

    /** The instruments of an institution. */
    @Schema(name = "ProfileInstruments", description = "The instruments of an institution.")
    record Instruments(
            @Schema(
                    type = SchemaType.ARRAY,
                    ref = "Instrument",
                    description = "The instruments that its mandates rest on.")
            @Nullable List<JsonNode> restsOn,

            @Schema(type = SchemaType.ARRAY, ref = "Instrument", description = "The instruments that it supervises.")
            @Nullable List<JsonNode> supervises) {}
}
