package org.mandateatlas.functions.objective;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.openapi.Term;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.model.Name;
import org.mandateatlas.registry.model.SearchText;
import org.mandateatlas.registry.model.TimelineEntry;

/** Common objectives of the governance of migration. */
@Schema(description = "Common objectives of the governance of migration.")
@Term("skos:Concept")
public record Objective(
        @Schema(examples = "fewer-deaths-in-transit") String id,
        @Schema(readOnly = true) @Nullable Integer version,
        @Schema(readOnly = true) @Nullable Instant recordedAt,

        @Schema(description = "Name.") @Name @Term("skos:prefLabel")
        String name,

        @Schema(description = "Description in our own words.") @SearchText @Term("skos:definition")
        String text,

        @Schema(description = "Order in the source paper, from 1.", minimum = "1", examples = "1")
        int rank,

        @TimelineEntry(begin = "began", text = "{name} begins", end = "ended", endText = "{name} ends")
        Validity validity,

        List<Citation> citations)
        implements Document {}
