package org.mandateatlas.processes.participation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of actor. */
@Schema(description = "Kind of actor.")
public enum ActorKind {
    @Schema(description = "State.")
    STATE,
    @Schema(description = "Person.")
    PERSON,
    @Schema(description = "Company.")
    FIRM,
    @Schema(description = "Non-governmental organization.")
    NGO,
    @Schema(description = "Group of states, experts or organizations.")
    GROUP,
    @Schema(description = "Agency without a document in the registry.")
    AGENCY
}
