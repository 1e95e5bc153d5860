package org.mandateatlas.registry.search;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A document whose name matches the beginning of a text.
 *
 * @param order the order key among the suggestions of all services
 * @param collection the collection
 * @param id the id
 * @param name the display name, on validAt if it is given
 * @param abbreviation the abbreviation of the name; null if it has none
 * @param highlight the matching name as HTML, with the matched words in em elements
 */
@Schema(name = "Suggestion", description = "A document whose name matches the beginning of a text.")
public record NameSuggestion(
        @Schema(description = "Order key: suggestions of all services are sorted by it, as plain text.")
        String order,

        @Schema(examples = "institutions") String collection,
        @Schema(examples = "iom") String id,

        @Schema(description = "Display name, on validAt if it is given.")
        String name,

        @Schema(description = "Its abbreviation; null if it has none.", nullable = true) @Nullable String abbreviation,

        @Schema(description = "The name that matches, as HTML with the words found in em elements.")
        String highlight) {}
