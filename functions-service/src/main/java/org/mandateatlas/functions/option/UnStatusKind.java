package org.mandateatlas.functions.option;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Relation to the UN system, with the same values as for institutions. */
@Schema(description = "Relation of an institution to the UN system.")
public enum UnStatusKind {
    @Schema(description = "No formal relation to the UN system.")
    OUTSIDE,
    @Schema(description = "Independent, with an agreement that relates it to the UN, such as IOM since 2016.")
    RELATED_ORGANIZATION,
    @Schema(description = "Autonomous, with an agreement under articles 57 and 63 of the UN Charter, such as the ILO.")
    SPECIALIZED_AGENCY,
    @Schema(description = "Fund or programme of the UN with its own budget, such as UNDP.")
    FUND_OR_PROGRAMME,
    @Schema(description = "Principal organ of the UN under article 7 of its Charter.")
    PRINCIPAL_ORGAN,
    @Schema(description = "Organ established by a principal organ, such as UNHCR.")
    SUBSIDIARY_ORGAN,
    @Schema(description = "Department or office of the UN Secretariat.")
    SECRETARIAT,
    @Schema(description = "Committee that supervises a human rights treaty.")
    TREATY_BODY
}
