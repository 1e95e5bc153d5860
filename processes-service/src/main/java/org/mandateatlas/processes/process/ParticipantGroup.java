package org.mandateatlas.processes.process;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Group that a process can be open to. */
@Schema(description = "Group that a process can be open to.")
public enum ParticipantGroup {
    STATES,
    AGENCIES,
    EXPERTS,
    PRIVATE_SECTOR,
    CIVIL_SOCIETY,
    ACADEMIA,
    PUBLIC
}
