package org.mandateatlas.functions.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a difference of coverage rests on. */
public enum CauseKind {
    @JsonProperty("mandate")
    MANDATE,
    @JsonProperty("capacity")
    CAPACITY,
    @JsonProperty("institution")
    INSTITUTION,
    @JsonProperty("function")
    FUNCTION
}
