package org.mandateatlas.processes.process;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Group that a process can be open to. */
@Schema(description = "Group that a process can be open to.")
public enum ParticipantGroup {
    @Schema(description = "States.")
    STATES,
    @Schema(description = "International organizations and agencies.")
    AGENCIES,
    @Schema(description = "Experts in a personal capacity.")
    EXPERTS,
    @Schema(description = "Companies and business associations.")
    PRIVATE_SECTOR,
    @Schema(description = "Non-governmental organizations and associations.")
    CIVIL_SOCIETY,
    @Schema(description = "Scholars and research institutes.")
    ACADEMIA,
    @Schema(description = "Anyone.")
    PUBLIC
}
