package org.mandateatlas.gateway.aggregate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.compose.Missing;

/** A page of the changes between two times; describes the JSON only. */
@Schema(name = "Diff", description = "A page of the changes between two times.")
record DiffPage(
        @Schema(
                ref = "DiffAxis",
                description = "Compared time axis: valid time (`world`) or record time (`knowledge`).")
        String axis,

        @Schema(description = "Start of the comparison.", examples = "2004-12-31")
        String from,

        @Schema(description = "End of the comparison.", examples = "2026-01-01")
        String to,

        @Schema(format = "date", description = "The day on both sides, with two instants; else null.") @Nullable String validAt,

        @Schema(format = "date-time", description = "The instant on both sides, with two days; else null.") @Nullable String knownAt,

        @Schema(format = "uri") String self,

        @Schema(format = "uri", description = "URL of the next page; null on the last page.") @Nullable String next,

        @Schema(
                description =
                        "The number of changes on all pages; null unless requested by `withTotal`, or if a service is"
                                + " missing.")
        @Nullable Long total,

        @Schema(type = SchemaType.ARRAY, ref = "DocumentChange", description = "The changes.")
        List<JsonNode> items,

        @Schema(description = "Services whose collections could not be compared.")
        List<Missing> missing,

        @Schema(description = "The log position that the page reflects, as in Atlas-Position.")
        String position) {}
