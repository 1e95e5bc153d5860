package org.mandateatlas.functions.capacity;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reason why an institution does not perform a function, or not more of it. */
@Schema(description = "Reason why an institution does not perform a function, or not more of it.")
public enum AbsenceReason {
    @JsonProperty("outside-mandate")
    OUTSIDE_MANDATE,
    @JsonProperty("no-resources")
    NO_RESOURCES,
    @JsonProperty("no-expertise")
    NO_EXPERTISE,
    @JsonProperty("set-aside-by-states")
    SET_ASIDE_BY_STATES,
    @JsonProperty("declined")
    DECLINED,
    @JsonProperty("not-prioritized")
    NOT_PRIORITIZED,
    @JsonProperty("not-reviewed")
    NOT_REVIEWED
}
