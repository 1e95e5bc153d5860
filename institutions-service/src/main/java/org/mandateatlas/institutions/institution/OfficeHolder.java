package org.mandateatlas.institutions.institution;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.SearchText;

/**
 * Who held an office of an institution for a time.
 *
 * @param name the person
 * @param title the office
 * @param validity when
 * @param citations where that stands
 */
@Schema(description = "Who held an office of an institution for a time.")
public record OfficeHolder(
        @SearchText String name, @SearchText String title, Validity validity, List<Citation> citations)
        implements Dated, Cited {

    @SuppressWarnings({"NullAway", "ConstantValue"}) // readers of JSON leave out what is usual
    public OfficeHolder {
        validity = validity == null ? Validity.ALWAYS : validity;
        citations = citations == null ? List.of() : List.copyOf(citations);
    }
}
