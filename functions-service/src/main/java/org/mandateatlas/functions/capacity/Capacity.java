package org.mandateatlas.functions.capacity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.Name;
import org.mandateatlas.registry.model.References;
import org.mandateatlas.registry.model.SearchText;

/**
 * What an institution really does in a function of governance, or why it does nothing.
 *
 * @param id its slug
 * @param version set by the registry
 * @param recordedAt set by the registry
 * @param institution id of the institution
 * @param function id of the function
 * @param level how far it performs the function
 * @param reason why it does not, or no more; given where the level is none
 * @param text what it does, or why not, in our words
 * @param mechanism the programme or process through which it does so
 * @param populations the people it does so for
 * @param validity when it did
 * @param citations where it stands
 */
@Schema(description = "What an institution really does in a function of governance, or why it does nothing.")
public record Capacity(
        @Schema(examples = "iom-service-provision") String id,
        @Schema(readOnly = true) @Nullable Integer version,
        @Schema(readOnly = true) @Nullable Instant recordedAt,

        @Schema(description = "Id of the institution.", examples = "iom") @References("institution") @Filterable
        String institution,

        @Schema(description = "Id of the function.", examples = "service-provision") @References("function") @Filterable
        String function,

        @Schema(description = "How far it performs the function.") @Filterable
        CapacityLevel level,

        @Schema(
                description = "Why it does not, or no more: given where the level is none, never where it is lead or"
                        + " substantial.",
                nullable = true)
        @Filterable
        @Nullable AbsenceReason reason,

        @Schema(description = "What it does, or why not, in our words.") @SearchText
        String text,

        @Schema(
                description = "The programme or process through which it does so.",
                examples = "Berne Initiative",
                nullable = true)
        @Name
        @Nullable String mechanism,

        @Schema(description = "The people it does so for.") @Filterable("population")
        List<Population> populations,

        Validity validity,
        List<Citation> citations)
        implements Document {

    @SuppressWarnings({"NullAway", "ConstantValue"}) // readers of JSON leave out what is empty
    public Capacity {
        populations = populations == null ? List.of() : List.copyOf(populations);
        citations = citations == null ? List.of() : List.copyOf(citations);
        validity = validity == null ? Validity.ALWAYS : validity;
    }

    /** Tells whether it is for one of the populations at least, which are given by their words. */
    public boolean isFor(Collection<String> wanted) {
        return populations.stream().map(EnumValues::of).anyMatch(wanted::contains);
    }
}
