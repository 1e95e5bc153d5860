package org.mandateatlas.gateway.aggregate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.gateway.compose.Missing;

/** Names to choose from; describes the JSON only. */
@Schema(name = "Suggestions", description = "Names to choose from.")
record SuggestionList(
        @Schema(type = SchemaType.ARRAY, ref = "Suggestion", description = "The names, best first.")
        List<JsonNode> items,

        @Schema(description = "Services whose collections could not be searched.")
        List<Missing> missing,

        @Schema(description = "The log position that the response reflects, as in Atlas-Position.")
        String position) {}
