package org.mandateatlas.processes.output;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of output. */
@Schema(description = "Kind of output.")
public enum OutputKind {
    @Schema(description = "Agenda for common action.")
    AGENDA,
    @Schema(description = "Declaration.")
    DECLARATION,
    @Schema(description = "Report.")
    REPORT,
    @Schema(description = "Conclusions or summary of the chair.")
    CONCLUSIONS,
    @Schema(description = "Recommendations.")
    RECOMMENDATIONS,
    @Schema(description = "Compact: a non-binding framework of commitments.")
    COMPACT,
    @Schema(description = "Framework or set of principles.")
    FRAMEWORK,
    @Schema(description = "Programme or plan of action.")
    PROGRAMME_OF_ACTION,
    @Schema(description = "Agreed interpretation of existing law.")
    INTERPRETATION,
    @Schema(description = "Agreement.")
    AGREEMENT,
    @Schema(description = "Resolution.")
    RESOLUTION
}
