package org.mandateatlas.processes.participation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Role in a process. */
@Schema(description = "Role in a process.")
public enum ParticipationRole {
    INITIATOR,
    CONVENOR,
    SECRETARIAT,
    CHAIR,
    MEMBER,
    SPONSOR,
    OBSERVER,
    HOST,
    PARTICIPANT
}
