package org.mandateatlas.gateway.search;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A suggested name, as the services return it; describes the JSON only. */
@Schema(description = "A document with a name that begins as typed.")
record Suggestion(
        @Schema(description = "The collection of the document.", examples = "institutions")
        String collection,

        @Schema(description = "The id of the document.", examples = "unhcr")
        String id,

        @Schema(description = "Its display name.") String name,

        @Schema(description = "Its abbreviation; null if it has none.", examples = "UNHCR") @Nullable String abbreviation,

        @Schema(
                description = "The matching name, as HTML in which only the matching words are marked, by `em`.",
                examples = "<em>UNHCR</em>")
        String highlight) {}
