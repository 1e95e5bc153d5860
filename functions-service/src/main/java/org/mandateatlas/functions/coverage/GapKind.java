package org.mandateatlas.functions.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is missing: anybody who fills a function, the capacity behind a mandate, or the mandate behind a capacity. */
public enum GapKind {
    @JsonProperty("function")
    FUNCTION,
    @JsonProperty("capacity")
    CAPACITY,
    @JsonProperty("mandate")
    MANDATE
}
