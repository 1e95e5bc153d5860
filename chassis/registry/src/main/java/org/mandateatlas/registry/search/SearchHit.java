package org.mandateatlas.registry.search;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.base.time.Validity.Status;

/**
 * A document found by a search.
 *
 * @param order the order key among the results of all services, which the gateway merges them by and removes
 * @param collection the collection
 * @param id the id
 * @param name the display name, on validAt if it is given
 * @param abbreviation the abbreviation of the name; null if it has none
 * @param status whether it is planned, current, unconfirmed or ended on validAt, or today
 * @param score how well it matches, from 0 to 1
 * @param matched the text that shows best why it was found
 * @param highlight that text as HTML, with the words found in em elements
 * @param validity the period in which it is valid
 */
@Schema(name = "SearchResult", description = "A document found.")
public record SearchHit(
        @Schema(hidden = true) String order,

        @Schema(description = "The collection of the document.", examples = "institutions")
        String collection,

        @Schema(description = "The id of the document.", examples = "unhcr")
        String id,

        @Schema(description = "Its display name.") String name,

        @Schema(description = "Its abbreviation; null if it has none.", examples = "UNHCR", nullable = true) @Nullable String abbreviation,

        Status status,

        @Schema(
                description = "How well it matches; comparable within one response.",
                minimum = "0",
                maximum = "1",
                examples = "0.995")
        double score,

        @Schema(description = "The text that matches best.") Matched matched,

        @Schema(
                description =
                        "The matching text, or an excerpt of it, as HTML in which only the matching words are marked,"
                                + " by `em`.",
                examples = "Statute of <em>UNHCR</em>")
        String highlight,

        Validity validity) {

    /**
     * The text of a document that shows best why it was found.
     *
     * @param field JSON pointer of the text
     * @param value the text
     */
    @Schema(name = "MatchedField", description = "A text of the document that matches.")
    public record Matched(
            @Schema(description = "Its place in the document, as a JSON pointer.", examples = "/names/3/value")
            String field,

            @Schema(description = "The text.", examples = "ICEM")
            String value) {}
}
