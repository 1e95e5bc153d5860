package org.mandateatlas.processes.participation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Role in a process. */
@Schema(description = "Role in a process.")
public enum ParticipationRole {
    @Schema(description = "Started the process.")
    INITIATOR,
    @Schema(description = "Convenes it.")
    CONVENOR,
    @Schema(description = "Provides its secretariat.")
    SECRETARIAT,
    @Schema(description = "Chairs it.")
    CHAIR,
    @Schema(description = "Is a member.")
    MEMBER,
    @Schema(description = "Pays for it.")
    SPONSOR,
    @Schema(description = "Leads the work on a theme or strand, without chairing the whole.")
    FACILITATOR,
    @Schema(description = "Attends without being a member.")
    OBSERVER,
    @Schema(description = "Hosts a meeting.")
    HOST,
    @Schema(description = "Takes part, in no other role.")
    PARTICIPANT
}
