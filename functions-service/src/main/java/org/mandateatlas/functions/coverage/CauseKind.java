package org.mandateatlas.functions.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of document that causes a difference in coverage. */
@Schema(description = "Kind of document that causes a difference in coverage.")
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
