package org.mandateatlas.functions.argument;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.SearchText;

/** An argument for or against a policy option or a governance model, or a characteristic of it. */
@Schema(description = "An argument or observation, in our own words.")
public record Argument(
        @Schema(description = "The argument in our own words.") @SearchText
        String text,

        List<Citation> citations) implements Cited {

    /** Returns the text. */
    public static List<String> texts(List<Argument> arguments) {
        return arguments.stream().map(Argument::text).toList();
    }
}
