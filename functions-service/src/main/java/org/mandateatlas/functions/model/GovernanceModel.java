package org.mandateatlas.functions.model;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.openapi.Term;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.functions.argument.Argument;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.Name;
import org.mandateatlas.registry.model.SearchText;
import org.mandateatlas.registry.model.TimelineEntry;

/** A model of how governance can develop. */
@Schema(description = "A model of how governance can develop.")
@Term("skos:Concept")
public record GovernanceModel(
        @Schema(examples = "policy-network") String id,
        @Schema(readOnly = true) @Nullable Integer version,
        @Schema(readOnly = true) @Nullable Instant recordedAt,

        @Schema(description = "Name.") @Name @Term("skos:prefLabel")
        String name,

        @Filterable Direction direction,

        @Schema(description = "Description in our own words.") @SearchText @Term("skos:definition")
        String description,

        @Schema(description = "Characteristics.") List<Argument> features,
        @Schema(description = "Advantages.") List<Argument> arguments,
        @Schema(description = "Obstacles.") List<Argument> obstacles,
        @Schema(description = "Examples.") List<Argument> examples,

        @TimelineEntry(begin = "began", text = "{name} begins", end = "ended", endText = "{name} ends")
        Validity validity,

        List<Citation> citations)
        implements Document {}
