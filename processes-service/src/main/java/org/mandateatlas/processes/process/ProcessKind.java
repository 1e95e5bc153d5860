package org.mandateatlas.processes.process;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of process. */
@Schema(description = "Kind of process.")
public enum ProcessKind {
    CONSULTATION,
    DIALOGUE,
    INTER_AGENCY_MECHANISM,
    CONFERENCE,
    NEGOTIATION,
    COMMISSION,
    WORKING_GROUP,
    TRAINING_PROGRAMME,
    FORUM,
    REVIEW,
    PROGRAMME
}
