package org.mandateatlas.gateway.aggregate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.compose.Missing;

/** A page of search results; describes the JSON only. */
@Schema(description = "A page of search results.")
record SearchPage(
        @Schema(format = "uri") String self,

        @Schema(format = "uri", description = "URL of the next page; null on the last page.") @Nullable String next,

        @Schema(
                description =
                        "The number of results on all pages; null unless requested by `withTotal`, or if a service is"
                                + " missing.")
        @Nullable Long total,

        @Schema(type = SchemaType.ARRAY, ref = "SearchResult", description = "The results, best first.")
        List<JsonNode> items,

        @Schema(description = "Services whose collections could not be searched.")
        List<Missing> missing,

        @Schema(description = "The log position that the page reflects, as in Atlas-Position.")
        String position) {}
