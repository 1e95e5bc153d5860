package org.mandateatlas.processes.process;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of process. */
@Schema(description = "Kind of process.")
public enum ProcessKind {
    @Schema(description = "Consultation of states or experts for a given purpose.")
    CONSULTATION,
    @Schema(description = "Recurring exchange without decisions.")
    DIALOGUE,
    @Schema(description = "Coordination among agencies.")
    INTER_AGENCY_MECHANISM,
    @Schema(description = "Conference.")
    CONFERENCE,
    @Schema(description = "Negotiation of a text.")
    NEGOTIATION,
    @Schema(description = "Commission appointed to study and advise.")
    COMMISSION,
    @Schema(description = "Working group.")
    WORKING_GROUP,
    @Schema(description = "Training programme.")
    TRAINING_PROGRAMME,
    @Schema(description = "Standing forum.")
    FORUM,
    @Schema(description = "Review of the implementation of an instrument.")
    REVIEW,
    @Schema(description = "Joint programme.")
    PROGRAMME
}
