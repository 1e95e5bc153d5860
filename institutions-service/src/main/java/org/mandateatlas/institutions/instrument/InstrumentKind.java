package org.mandateatlas.institutions.instrument;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of instrument. */
@Schema(description = "Kind of instrument.")
public enum InstrumentKind {
    @Schema(description = "Treaty without a more specific kind below.")
    TREATY,
    @Schema(description = "Multilateral treaty called a convention or covenant.")
    CONVENTION,
    @Schema(description = "Treaty that supplements another.")
    PROTOCOL,
    @Schema(description = "Founding treaty of an organization.")
    CONSTITUTION,
    @Schema(description = "Founding text that another organ adopted.")
    STATUTE,
    @Schema(description = "Resolution of an organ.")
    RESOLUTION,
    @Schema(description = "Declaration of states or of an organ.")
    DECLARATION,
    @Schema(description = "Compact: a non-binding framework of commitments.")
    COMPACT,
    @Schema(description = "Agreement between organizations or states.")
    AGREEMENT,
    @Schema(description = "Recommendation, such as those of the ILO.")
    RECOMMENDATION,
    @Schema(description = "Programme of action or of work.")
    PROGRAMME,
    @Schema(description = "Framework or set of principles.")
    FRAMEWORK,
    @Schema(description = "Decision of an organ or an executive head.")
    DECISION,
    @Schema(description = "Report that others rely on.")
    REPORT
}
