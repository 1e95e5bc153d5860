package org.mandateatlas.processes.participation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Role in a process. */
@Schema(description = "Role in a process.")
public enum ParticipationRole {
    @JsonProperty("initiator")
    INITIATOR,
    @JsonProperty("convenor")
    CONVENOR,
    @JsonProperty("secretariat")
    SECRETARIAT,
    @JsonProperty("chair")
    CHAIR,
    @JsonProperty("member")
    MEMBER,
    @JsonProperty("sponsor")
    SPONSOR,
    @JsonProperty("observer")
    OBSERVER,
    @JsonProperty("host")
    HOST,
    @JsonProperty("participant")
    PARTICIPANT
}
