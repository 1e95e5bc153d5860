package org.mandateatlas.processes.meeting;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.openapi.Term;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.processes.fact.Figure;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.Name;
import org.mandateatlas.registry.model.References;
import org.mandateatlas.registry.model.SearchText;

/** A meeting of a process. */
@Schema(description = "A meeting of a process.")
@Term("schema:Event")
public record Meeting(
        @Schema(examples = "berne-initiative-2004") String id,
        @Schema(readOnly = true) @Nullable Integer version,
        @Schema(readOnly = true) @Nullable Instant recordedAt,

        @Schema(description = "Process id.", examples = "berne-initiative") @References("process") @Filterable
        String process,

        @Schema(description = "Name.") @Name @Term("schema:name")
        String name,

        @Schema(description = "Place.", examples = "Berne", nullable = true)
        @SearchText
        @Term("schema:location")
        @Nullable String place,

        @Schema(description = "Theme.", nullable = true) @SearchText @Term("schema:about") @Nullable String theme,

        @Schema(description = "Summary in our own words.", nullable = true)
        @SearchText
        @Term("dcterms:description")
        @Nullable String summary,

        @Schema(description = "Numbers about it, such as participants.")
        List<Figure> figures,

        @Schema(description = "Days of the meeting; both ends are known.")
        Validity validity,

        List<Citation> citations)
        implements Document {}
