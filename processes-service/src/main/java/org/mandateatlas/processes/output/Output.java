package org.mandateatlas.processes.output;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.openapi.Term;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.processes.fact.Figure;
import org.mandateatlas.processes.fact.LegalForce;
import org.mandateatlas.processes.fact.Remark;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.Name;
import org.mandateatlas.registry.model.References;
import org.mandateatlas.registry.model.SearchText;
import org.mandateatlas.registry.model.TimelineEntry;

/** Results of processes. */
@Schema(description = "Results of processes.")
@Term("schema:CreativeWork")
public record Output(
        @Schema(examples = "agenda-for-migration-management")
        String id,

        @Schema(readOnly = true) @Nullable Integer version,
        @Schema(readOnly = true) @Nullable Instant recordedAt,

        @Schema(description = "Process id.", examples = "berne-initiative") @References("process") @Filterable
        String process,

        @Schema(description = "Id of the meeting that produced it.", nullable = true)
        @References("meeting")
        @Filterable
        @Nullable String meeting,

        @Schema(description = "Title in English.") @Name @Term("dcterms:title")
        String title,

        @Filterable OutputKind kind,

        @Schema(description = "Legal force.") @Filterable LegalForce force,

        @Schema(description = "Id of the corresponding instrument.", nullable = true)
        @References("instrument")
        @Filterable
        @Nullable String instrument,

        @Schema(description = "Summary in our own words.") @SearchText @Term("dcterms:description")
        String summary,

        @Schema(description = "Numbers about it, by measure and date.")
        List<Figure> figures,

        @Schema(description = "Other facts about it.") List<Remark> remarks,

        @Schema(description = "Period since its adoption or publication.")
        @TimelineEntry(
                begin = "output",
                text = "{process}: {kind} “{title}”",
                end = "ended",
                endText = "“{title}” no longer has effect")
        Validity validity,

        List<Citation> citations)
        implements Document {}
