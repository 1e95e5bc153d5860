package org.mandateatlas.processes.fact;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.SearchText;

/**
 * A fact that no other field has a place for: practice, resources, tensions, later fate.
 *
 * @param text the fact, in our words
 * @param validity when it held
 * @param citations where it stands
 */
@Schema(description = "A fact that no other field has a place for, in our words.")
public record Remark(@SearchText String text, Validity validity, List<Citation> citations) implements Dated, Cited {

    @SuppressWarnings({"NullAway", "ConstantValue"}) // readers of JSON leave out what is usual
    public Remark {
        validity = validity == null ? Validity.ALWAYS : validity;
        citations = citations == null ? List.of() : List.copyOf(citations);
    }
}
