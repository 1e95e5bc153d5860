package org.mandateatlas.institutions.institution;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.base.openapi.Term;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.Name;

/** Name of an institution in a period. */
@Schema(description = "Name of an institution in a period.")
public record InstitutionName(
        NameKind kind,

        @Schema(description = "The name.", examples = "Intergovernmental Committee for European Migration")
        @Name
        @Term("schema:name")
        String value,

        @Schema(description = "Language code (BCP 47).", examples = "en") @Term("dcterms:language")
        String language,

        Validity validity,
        List<Citation> citations)
        implements Dated, Cited {

    /** Kind of name; periods of the same kind and language do not overlap. */
    @Schema(description = "Kind of name; periods of the same kind and language do not overlap.")
    public enum NameKind {
        @Schema(description = "Full name.")
        OFFICIAL,
        @Schema(description = "Abbreviation or acronym.")
        ABBREVIATION
    }
}
