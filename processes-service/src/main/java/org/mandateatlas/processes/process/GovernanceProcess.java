package org.mandateatlas.processes.process;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.openapi.Term;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.processes.fact.Argument;
import org.mandateatlas.processes.fact.Figure;
import org.mandateatlas.processes.fact.Remark;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.Name;
import org.mandateatlas.registry.model.References;
import org.mandateatlas.registry.model.SearchText;
import org.mandateatlas.registry.model.TimelineEntry;

/** A global process: a forum or undertaking in which states and others deal with migration. */
@Schema(name = "Process", description = "A forum or undertaking in which states and others deal with migration.")
@Term("org:OrganizationalCollaboration")
public record GovernanceProcess(
        @Schema(examples = "berne-initiative") String id,
        @Schema(readOnly = true) @Nullable Integer version,
        @Schema(readOnly = true) @Nullable Instant recordedAt,

        @Schema(description = "Name in English.", examples = "Berne Initiative") @Name @Term("skos:prefLabel")
        String name,

        @Schema(description = "Abbreviation.", examples = "GMG", nullable = true) @Name @Term("skos:altLabel") @Nullable String abbreviation,

        @Filterable @Term("org:classification") ProcessKind kind,

        @Schema(description = "Whether it came about.", defaultValue = "established") @Filterable
        ProcessStage stage,

        @Schema(description = "Summary in our own words.") @SearchText @Term("dcterms:description")
        String summary,

        @Schema(description = "Who may take part according to the sources, on `validAt` if given.")
        List<Openness> openTo,

        @Schema(description = "Extent to which it creates norms; null if no source states it.", nullable = true)
        @Nullable Normativity normativity,

        @Schema(description = "Frequency of meetings.") List<Frequency> frequency,

        @Schema(description = "Ids of the functions that it serves.", examples = "[\"discussion-platform\"]")
        @References("function")
        @Filterable("function")
        List<String> functions,

        @Schema(description = "Strengths.") List<Argument> strengths,
        @Schema(description = "Weaknesses.") List<Argument> weaknesses,

        @Schema(description = "Predecessors.") List<Predecessor> predecessors,

        @Schema(description = "Numbers about it, by measure and date.")
        List<Figure> figures,

        @Schema(description = "Other facts about it.") List<Remark> remarks,

        @Schema(description = "Period in which the process existed.")
        @TimelineEntry(begin = "began", text = "{name} begins", end = "ended", endText = "{name} ends")
        Validity validity,

        List<Citation> citations)
        implements Document {

    @SuppressWarnings({"NullAway", "ConstantValue"}) // JSON may omit default values
    public GovernanceProcess {
        stage = stage == null ? ProcessStage.ESTABLISHED : stage;
    }
}
