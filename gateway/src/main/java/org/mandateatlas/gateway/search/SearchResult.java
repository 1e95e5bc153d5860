package org.mandateatlas.gateway.search;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A document found, as the services return it; describes the JSON only. */
@Schema(description = "A document found.")
record SearchResult(
        @Schema(description = "The collection of the document.", examples = "institutions")
        String collection,

        @Schema(description = "The id of the document.", examples = "unhcr")
        String id,

        @Schema(description = "Its display name.") String name,

        @Schema(description = "Its abbreviation; null if it has none.", examples = "UNHCR") @Nullable String abbreviation,

        @Schema(ref = "Status") String status,

        @Schema(
                description = "How well it matches; comparable within one response.",
                minimum = "0",
                maximum = "1",
                examples = "0.995")
        double score,

        @Schema(description = "The text that matches best.") MatchedField matched,

        @Schema(
                description =
                        "The matching text, or an excerpt of it, as HTML in which only the matching words are marked, by `em`.",
                examples = "Statute of <em>UNHCR</em>")
        String highlight,

        @Schema(ref = "Validity") Object validity) {

    /** The text that matches. */
    @Schema(name = "MatchedField", description = "A text of the document that matches.")
    record MatchedField(
            @Schema(description = "Its place in the document, as a JSON pointer.", examples = "/names/3/value")
            String field,

            @Schema(description = "The text.", examples = "ICEM")
            String value) {}
}
