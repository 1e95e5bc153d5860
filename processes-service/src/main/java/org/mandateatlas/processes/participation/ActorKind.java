package org.mandateatlas.processes.participation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of actor. */
@Schema(description = "Kind of actor.")
public enum ActorKind {
    STATE,
    PERSON,
    FIRM,
    NGO,
    GROUP,
    AGENCY
}
