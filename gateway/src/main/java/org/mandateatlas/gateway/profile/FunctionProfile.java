package org.mandateatlas.gateway.profile;

import static org.mandateatlas.gateway.profile.ProfileDefinition.ProfilePart.computed;
import static org.mandateatlas.gateway.profile.ProfileDefinition.ProfilePart.computedList;
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

/** Everything that the registry holds about a function; describes the JSON only. */
@Schema(description = "Everything that the registry holds about a function.")
record FunctionProfile(
        @Nullable LocalDate validAt,
        @Nullable Instant knownAt,

        @Schema(description = "The log position that the profile reflects, as in Atlas-Position.")
        String position,

        @Schema(description = "The function; null if unavailable.", ref = "Function") @Nullable JsonNode function,

        @Schema(description = "Its coverage; null if unavailable.", ref = "Coverage") @Nullable JsonNode coverage,

        @Schema(type = SchemaType.ARRAY, ref = "CoverageGap", description = "The gaps in its coverage.") @Nullable List<JsonNode> gaps,

        @Schema(type = SchemaType.ARRAY, ref = "Mandate", description = "The mandates that cover it.") @Nullable List<JsonNode> mandates,

        @Schema(type = SchemaType.ARRAY, ref = "Capacity", description = "Institutions that perform it.") @Nullable List<JsonNode> capacities,

        @Schema(type = SchemaType.ARRAY, ref = "PolicyOption", description = "The policy options that would change it.")
        @Nullable List<JsonNode> policyOptions,

        @Schema(type = SchemaType.ARRAY, ref = "Process", description = "The processes that serve it.") @Nullable List<JsonNode> processes,

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
            "function",
            "functions",
            List.of(
                    computed("coverage", "coverage?function={id}"),
                    computedList("gaps", "coverage/gaps?function={id}"),
                    documents("mandates", "mandates?function={id}"),
                    documents("capacities", "capacities?function={id}"),
                    documents("policyOptions", "policy-options?function={id}"),
                    documents("processes", "processes?function={id}")));
}
