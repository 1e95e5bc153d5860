package org.mandateatlas.processes.participation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an actor is that the registry does not hold. */
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
