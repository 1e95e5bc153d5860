package org.mandateatlas.processes.process;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.References;
import org.mandateatlas.registry.model.SearchText;

/**
 * A process that another took over from; it stands on the successor alone.
 *
 * @param process id of the process before
 * @param takenOver what was taken over, in our words
 * @param citations where it stands
 */
@Schema(name = "ProcessPredecessor", description = "A process that this one took over from.")
public record Predecessor(
        @Schema(description = "Id of the process before.", examples = "geneva-migration-group") @References("process")
        String process,

        @Schema(description = "What was taken over, in our words.") @SearchText
        String takenOver,

        List<Citation> citations)
        implements Cited {

    @SuppressWarnings({"NullAway", "ConstantValue"}) // readers of JSON leave out what is empty
    public Predecessor {
        citations = citations == null ? List.of() : List.copyOf(citations);
    }
}
