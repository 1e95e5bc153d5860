package org.mandateatlas.processes.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of process. */
@Schema(description = "Kind of process.")
public enum ProcessKind {
    @JsonProperty("consultation")
    CONSULTATION,
    @JsonProperty("dialogue")
    DIALOGUE,
    @JsonProperty("inter-agency-mechanism")
    INTER_AGENCY_MECHANISM,
    @JsonProperty("conference")
    CONFERENCE,
    @JsonProperty("negotiation")
    NEGOTIATION,
    @JsonProperty("commission")
    COMMISSION,
    @JsonProperty("working-group")
    WORKING_GROUP,
    @JsonProperty("training-programme")
    TRAINING_PROGRAMME,
    @JsonProperty("forum")
    FORUM,
    @JsonProperty("review")
    REVIEW,
    @JsonProperty("programme")
    PROGRAMME
}
