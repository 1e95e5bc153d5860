package org.mandateatlas.processes.fact;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.SearchText;

/**
 * Something that is said of a process: what it is good at, or what it fails at.
 *
 * @param text what is said, in our words
 * @param citations where it stands
 */
@Schema(description = "Something that is said for, against or of it, in our words.")
public record Argument(@SearchText String text, List<Citation> citations) implements Cited {

    @SuppressWarnings({"NullAway", "ConstantValue"}) // readers of JSON leave out what is empty
    public Argument {
        citations = citations == null ? List.of() : List.copyOf(citations);
    }

    /** Returns what is said. */
    public static List<String> texts(List<Argument> arguments) {
        return arguments.stream().map(Argument::text).toList();
    }
}
