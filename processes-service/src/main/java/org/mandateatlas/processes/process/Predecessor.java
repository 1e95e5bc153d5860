package org.mandateatlas.processes.process;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.References;
import org.mandateatlas.registry.model.SearchText;

/** A predecessor of a process, recorded on the successor only. */
@Schema(name = "ProcessPredecessor", description = "Predecessor of a process.")
public record Predecessor(
        @Schema(description = "Id of the predecessor.", examples = "geneva-migration-group") @References("process")
        String process,

        @Schema(description = "What was taken over, in our own words.") @SearchText
        String takenOver,

        List<Citation> citations)
        implements Cited {}
