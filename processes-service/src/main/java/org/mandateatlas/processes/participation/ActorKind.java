package org.mandateatlas.processes.participation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of actor. */
@Schema(description = "Kind of actor.")
public enum ActorKind {
    @JsonProperty("state")
    STATE,
    @JsonProperty("person")
    PERSON,
    @JsonProperty("firm")
    FIRM,
    @JsonProperty("ngo")
    NGO,
    @JsonProperty("group")
    GROUP,
    @JsonProperty("agency")
    AGENCY
}
