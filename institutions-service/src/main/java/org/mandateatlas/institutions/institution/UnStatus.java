package org.mandateatlas.institutions.institution;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.TimelineEntry;

/** UN status of an institution in a period; periods do not overlap. */
@Schema(description = "UN status of an institution in a period.")
public record UnStatus(
        @Filterable("unStatus") Kind status,

        @TimelineEntry(begin = "status-changed", text = "{name} and the UN system: {status}")
        Validity validity,

        List<Citation> citations)
        implements Dated, Cited {

    /** Relation of an institution to the UN system. */
    @Schema(name = "UnStatusKind", description = "Relation of an institution to the UN system.")
    public enum Kind {
        OUTSIDE,
        RELATED_ORGANIZATION,
        SPECIALIZED_AGENCY,
        FUND_OR_PROGRAMME,
        PRINCIPAL_ORGAN,
        SUBSIDIARY_ORGAN,
        SECRETARIAT,
        TREATY_BODY
    }
}
