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
@Schema(name = "Suggestion", description = "A document with a name that begins as typed.")
public record NameSuggestion(
        @Schema(hidden = true) String order,

        @Schema(description = "The collection of the document.", examples = "institutions")
        String collection,

        @Schema(description = "The id of the document.", examples = "unhcr")
        String id,

        @Schema(description = "Its display name.") String name,

        @Schema(description = "Its abbreviation; null if it has none.", examples = "UNHCR", nullable = true) @Nullable String abbreviation,

        @Schema(
                description = "The matching name, as HTML in which only the matching words are marked, by `em`.",
                examples = "<em>UNHCR</em>")
        String highlight) {}
