package org.mandateatlas.processes.process;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.SearchText;

/**
 * How often a process meets.
 *
 * @param text how often, in our words
 * @param validity when it did
 * @param citations where it stands
 */
@Schema(description = "How often a process meets.")
public record Frequency(@SearchText String text, Validity validity, List<Citation> citations) implements Dated, Cited {

    @SuppressWarnings({"NullAway", "ConstantValue"}) // readers of JSON leave out what is usual
    public Frequency {
        validity = validity == null ? Validity.ALWAYS : validity;
        citations = citations == null ? List.of() : List.copyOf(citations);
    }
}
