package org.mandateatlas.functions.option;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Relation to the UN system, with the same values as for institutions. */
@Schema(description = "Relation of an institution to the UN system.")
public enum UnStatusKind {
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
