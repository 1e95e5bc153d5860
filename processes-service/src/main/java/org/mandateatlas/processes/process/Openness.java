package org.mandateatlas.processes.process;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.TimelineEntry;

/** Openness of a process to a group. */
@Schema(description = "Who may take part in a process.")
public record Openness(
        @Schema(description = "Who may take part.") @Filterable("openTo")
        ParticipantGroup who,

        @TimelineEntry(
                begin = "opened",
                text = "{name} is open to {who}",
                end = "closed",
                endText = "{name} is no longer open to {who}")
        Validity validity,

        List<Citation> citations)
        implements Dated, Cited {}
