package org.mandateatlas.functions.function;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.openapi.Term;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.Name;
import org.mandateatlas.registry.model.SearchText;
import org.mandateatlas.registry.model.TimelineEntry;

/** A function: a task of the governance of migration. */
@Schema(name = "Function", description = "A task of the governance of migration.")
@Term("skos:Concept")
public record GovernanceFunction(
        @Schema(examples = "discussion-platform") String id,
        @Schema(readOnly = true) @Nullable Integer version,
        @Schema(readOnly = true) @Nullable Instant recordedAt,

        @Schema(description = "Name.", examples = "Discussion platform") @Name @Term("skos:prefLabel")
        String name,

        @Schema(description = "Description in our own words.") @SearchText @Term("skos:definition")
        String description,

        @Filterable Standing standing,

        @Schema(
                description = "Order among the functions of the same standing, as in the source paper.",
                minimum = "1",
                examples = "5")
        int rank,

        @Schema(description = "Why states could agree to begin with it, or why it is set aside.") @SearchText
        String reason,

        @TimelineEntry(begin = "began", text = "{name} begins", end = "ended", endText = "{name} ends")
        Validity validity,

        List<Citation> citations)
        implements Document {

    /** Orders starting points first, then by rank. */
    public static final Comparator<GovernanceFunction> IN_ORDER = Comparator.comparing(GovernanceFunction::standing)
            .thenComparing(GovernanceFunction::rank)
            .thenComparing(GovernanceFunction::id);
}
