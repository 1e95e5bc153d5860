package org.mandateatlas.functions.capacity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.openapi.Term;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.Name;
import org.mandateatlas.registry.model.References;
import org.mandateatlas.registry.model.SearchText;
import org.mandateatlas.registry.model.TimelineEntry;

/** The actual performance of a function by an institution, or the reason for its absence. */
@Schema(description = "The actual performance of a function by an institution, or the reason for its absence.")
public record Capacity(
        @Schema(examples = "iom-service-provision") String id,
        @Schema(readOnly = true) @Nullable Integer version,
        @Schema(readOnly = true) @Nullable Instant recordedAt,

        @Schema(description = "Institution id.", examples = "iom") @References("institution") @Filterable
        String institution,

        @Schema(description = "Function id.", examples = "service-provision") @References("function") @Filterable
        String function,

        @Schema(description = "Level of performance.") @Filterable
        CapacityLevel level,

        @Schema(
                description =
                        "Reason for a limited or absent performance. Required if `level` is `none`; not allowed if it is `lead` or `substantial`.",
                nullable = true)
        @Filterable
        @Nullable AbsenceReason reason,

        @Schema(description = "What the institution does, or why it does not, in our own words.")
        @SearchText
        @Term("dcterms:description")
        String text,

        @Schema(
                description = "Programme or process through which it acts.",
                examples = "Berne Initiative",
                nullable = true)
        @Name
        @Nullable String mechanism,

        @Schema(description = "Beneficiaries.") @Filterable("population")
        List<Population> populations,

        @TimelineEntry(
                begin = "capacity-began",
                text = "{institution}, {function}: {level} part. {text}",
                end = "capacity-ended",
                endText = "{institution}, {function}: {level} part, until then")
        Validity validity,

        List<Citation> citations)
        implements Document {

    /** Returns whether it is for one of the populations, given by their API names. */
    public boolean isFor(Collection<String> wanted) {
        return populations.stream().map(EnumValues::of).anyMatch(wanted::contains);
    }
}
