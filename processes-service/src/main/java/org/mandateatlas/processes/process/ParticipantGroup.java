package org.mandateatlas.processes.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Group that a process can be open to. */
@Schema(description = "Group that a process can be open to.")
public enum ParticipantGroup {
    @JsonProperty("states")
    STATES,
    @JsonProperty("agencies")
    AGENCIES,
    @JsonProperty("experts")
    EXPERTS,
    @JsonProperty("private-sector")
    PRIVATE_SECTOR,
    @JsonProperty("civil-society")
    CIVIL_SOCIETY,
    @JsonProperty("academia")
    ACADEMIA,
    @JsonProperty("public")
    PUBLIC
}
