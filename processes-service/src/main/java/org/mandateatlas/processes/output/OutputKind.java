package org.mandateatlas.processes.output;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of output. */
@Schema(description = "Kind of output.")
public enum OutputKind {
    @JsonProperty("agenda")
    AGENDA,
    @JsonProperty("declaration")
    DECLARATION,
    @JsonProperty("report")
    REPORT,
    @JsonProperty("conclusions")
    CONCLUSIONS,
    @JsonProperty("recommendations")
    RECOMMENDATIONS,
    @JsonProperty("compact")
    COMPACT,
    @JsonProperty("framework")
    FRAMEWORK,
    @JsonProperty("programme-of-action")
    PROGRAMME_OF_ACTION,
    @JsonProperty("interpretation")
    INTERPRETATION,
    @JsonProperty("agreement")
    AGREEMENT,
    @JsonProperty("resolution")
    RESOLUTION
}
