package org.mandateatlas.functions.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a difference of coverage rests on. */
@Schema(description = "What a difference of coverage rests on.")
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
