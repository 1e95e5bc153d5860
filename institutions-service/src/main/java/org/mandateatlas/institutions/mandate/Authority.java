package org.mandateatlas.institutions.mandate;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of act that gives the mandate. */
@Schema(description = "Kind of act that gives the mandate.")
public enum Authority {
    @JsonProperty("constitution")
    CONSTITUTION,
    @JsonProperty("treaty")
    TREATY,
    @JsonProperty("statute")
    STATUTE,
    @JsonProperty("resolution")
    RESOLUTION,
    @JsonProperty("decision")
    DECISION,
    @JsonProperty("agreement")
    AGREEMENT,
    @JsonProperty("programme")
    PROGRAMME,
    @JsonProperty("practice")
    PRACTICE
}
