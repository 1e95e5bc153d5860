package org.mandateatlas.registry.search;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.base.time.Validity.Status;

/**
 * A document found by a search.
 *
 * @param order the place among the results of all services
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
@Schema(description = "A document found by a search.")
public record SearchHit(
        @Schema(description = "Order key: results of all services are sorted by it, as plain text.")
        String order,

        @Schema(examples = "institutions") String collection,
        @Schema(examples = "iom") String id,

        @Schema(description = "Display name, on validAt if it is given.")
        String name,

        @Schema(nullable = true) @Nullable String abbreviation,

        @Schema(description = "Whether it is planned, current, unconfirmed or ended on validAt (default: today).")
        Status status,

        @Schema(description = "How well it matches, from 0 to 1.")
        double score,

        Matched matched,

        @Schema(description = "The matched text as HTML, with the words found in em elements.")
        String highlight,

        Validity validity) {

    /**
     * The text of a document that shows best why it was found.
     *
     * @param field JSON pointer of the text
     * @param value the text
     */
    @Schema(name = "SearchMatch", description = "The text of a document that shows best why it was found.")
    public record Matched(
            @Schema(description = "JSON pointer of the text in the document.", examples = "/names/0/value")
            String field,

            String value) {}
}
