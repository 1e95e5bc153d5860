package org.mandateatlas.functions.option;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How well an option does by a criterion. */
@Schema(description = "How well an option does by a criterion.")
public enum Rating {
    @JsonProperty("high")
    HIGH,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("low")
    LOW
}
