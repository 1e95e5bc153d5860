package org.mandateatlas.gateway.profile;

import static org.mandateatlas.gateway.profile.ProfileDefinition.ProfilePart.computed;
import static org.mandateatlas.gateway.profile.ProfileDefinition.ProfilePart.documents;
import static org.mandateatlas.gateway.profile.ProfileDefinition.ProfilePart.referred;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.compose.Missing;

/** Everything that the registry holds about a process; describes the JSON only. */
@Schema(description = "Everything that the registry holds about a process.")
record ProcessProfile(
        @Nullable LocalDate validAt,
        @Nullable Instant knownAt,

        @Schema(description = "The log position that the profile reflects, as in Atlas-Position.")
        String position,

        @Schema(description = "The process; null if unavailable.", ref = "Process") @Nullable JsonNode process,

        @Schema(type = SchemaType.ARRAY, ref = "Participation", description = "Participants and their roles.") @Nullable List<JsonNode> participations,

        @Schema(type = SchemaType.ARRAY, ref = "Meeting", description = "Its meetings.") @Nullable List<JsonNode> meetings,

        @Schema(type = SchemaType.ARRAY, ref = "Output", description = "Its outputs.") @Nullable List<JsonNode> outputs,

        @Schema(type = SchemaType.ARRAY, ref = "Instrument", description = "The instruments among its outputs.")
        List<JsonNode> instruments,

        @Schema(description = "Its ancestors and descendants; null if unavailable.", ref = "ProcessLineage") @Nullable JsonNode lineage,

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
            "process",
            "processes",
            List.of(
                    documents("participations", "participations?process={id}"),
                    documents("meetings", "meetings?process={id}"),
                    documents("outputs", "outputs?process={id}"),
                    referred("instruments", "instruments", "outputs"),
                    computed("lineage", "processes/{id}/lineage")));
}
