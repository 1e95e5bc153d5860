package org.mandateatlas.registry.search;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Names that match the beginning of a text.
 *
 * @param items the suggestions, the best first
 * @param position the log position that they reflect
 * @param knownAt the instant at which the registry was read
 */
@Schema(name = "SuggestionList", description = "Names that match the beginning of a text.")
public record NameSuggestionList(
        List<NameSuggestion> items,

        @Schema(description = "Log position of the suggestions.", examples = "institution:151,mandate:208")
        String position,

        @Schema(description = "Instant at which the registry was read.")
        Instant knownAt) {}
