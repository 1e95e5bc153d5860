package org.mandateatlas.institutions.mandate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of act that gives the mandate. */
@Schema(description = "Kind of act that gives the mandate.")
public enum Authority {
    @Schema(description = "Constitution or charter of the institution.")
    CONSTITUTION,
    @Schema(description = "Treaty or convention.")
    TREATY,
    @Schema(description = "Statute that another organ adopted.")
    STATUTE,
    @Schema(description = "Resolution of an organ.")
    RESOLUTION,
    @Schema(description = "Decision of an organ or an executive head.")
    DECISION,
    @Schema(description = "Agreement with states or institutions.")
    AGREEMENT,
    @Schema(description = "Programme of action or of work.")
    PROGRAMME,
    @Schema(description = "Practice; the sources name no act.")
    PRACTICE
}
