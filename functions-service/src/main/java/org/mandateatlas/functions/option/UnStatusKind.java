package org.mandateatlas.functions.option;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Relation to the UN system, with the same values as for institutions. */
@Schema(description = "Relation of an institution to the UN system.")
public enum UnStatusKind {
    OUTSIDE,
    RELATED_ORGANIZATION,
    SPECIALIZED_AGENCY,
    FUND_OR_PROGRAMME,
    PRINCIPAL_ORGAN,
    SUBSIDIARY_ORGAN,
    SECRETARIAT,
    TREATY_BODY
}
