package org.mandateatlas.institutions.institution;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.Filterable;

/**
 * UN status of an institution in a period; periods do not overlap.
 *
 * @param status how it stood
 * @param validity when
 * @param citations where that stands
 */
@Schema(description = "UN status of an institution in a period.")
public record UnStatus(@Filterable("unStatus") Kind status, Validity validity, List<Citation> citations)
        implements Dated, Cited {

    /** Relation of an institution to the UN system. */
    @Schema(name = "UnStatusKind", description = "Relation of an institution to the UN system.")
    public enum Kind {
        @JsonProperty("outside")
        OUTSIDE,
        @JsonProperty("related-organization")
        RELATED_ORGANIZATION,
        @JsonProperty("specialized-agency")
        SPECIALIZED_AGENCY,
        @JsonProperty("fund-or-programme")
        FUND_OR_PROGRAMME,
        @JsonProperty("principal-organ")
        PRINCIPAL_ORGAN,
        @JsonProperty("subsidiary-organ")
        SUBSIDIARY_ORGAN,
        @JsonProperty("secretariat")
        SECRETARIAT,
        @JsonProperty("treaty-body")
        TREATY_BODY
    }

    @SuppressWarnings({"NullAway", "ConstantValue"}) // JSON may omit default values
    public UnStatus {
        validity = validity == null ? Validity.ALWAYS : validity;
        citations = citations == null ? List.of() : List.copyOf(citations);
    }
}
