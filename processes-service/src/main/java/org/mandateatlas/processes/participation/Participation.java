package org.mandateatlas.processes.participation;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.openapi.Term;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.References;
import org.mandateatlas.registry.model.SearchText;
import org.mandateatlas.registry.model.TimelineEntry;

/** A role of an institution or another actor in a process for one period. */
@Schema(description = "A role of an institution or another actor in a process for one period.")
@Term("org:Membership")
public record Participation(
        @Schema(examples = "geneva-migration-group-iom-member")
        String id,

        @Schema(readOnly = true) @Nullable Integer version,
        @Schema(readOnly = true) @Nullable Instant recordedAt,

        @Schema(description = "Process id.", examples = "geneva-migration-group")
        @References("process")
        @Filterable
        @Term("org:organization")
        String process,

        @Schema(
                description = "Id of the participating institution; null for an actor.",
                examples = "iom",
                nullable = true)
        @References("institution")
        @Filterable
        @Term("org:member")
        @Nullable String institution,

        @Schema(
                description =
                        "Participating actor that is not an institution in the registry; null for an institution.",
                nullable = true)
        @Nullable Actor actor,

        @Filterable @Term("org:role") ParticipationRole role,

        @Schema(description = "Description in our own words.", nullable = true)
        @SearchText
        @Term("dcterms:description")
        @Nullable String text,

        @Schema(description = "Period of participation.")
        @TimelineEntry(begin = "joined", text = "{name}[. {text}]", end = "left", endText = "{name}, no longer")
        Validity validity,

        List<Citation> citations)
        implements Document {}
