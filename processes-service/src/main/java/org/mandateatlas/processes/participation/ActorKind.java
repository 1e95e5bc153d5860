package org.mandateatlas.processes.participation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an actor is that the registry does not hold. */
@Schema(description = "What an actor is that the registry does not hold.")
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
