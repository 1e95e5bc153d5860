package org.mandateatlas.institutions.institution;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.Name;

/**
 * Name of an institution in a period.
 *
 * @param kind official name or abbreviation
 * @param value the name
 * @param language ISO 639 code of its language
 * @param validity when it was called so
 * @param citations where that stands
 */
@Schema(description = "Name of an institution in a period.")
public record InstitutionName(
        NameKind kind,

        @Schema(examples = "Intergovernmental Committee for European Migration") @Name
        String value,

        @Schema(description = "ISO 639 code.", examples = "en")
        String language,

        Validity validity,
        List<Citation> citations)
        implements Dated, Cited {

    /** Kind of name; periods of the same kind and language do not overlap. */
    @Schema(description = "Kind of name; periods of the same kind and language do not overlap.")
    public enum NameKind {
        OFFICIAL,
        ABBREVIATION
    }
}
