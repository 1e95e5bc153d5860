package org.mandateatlas.institutions.instrument;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of instrument. */
@Schema(description = "Kind of instrument.")
public enum InstrumentKind {
    @JsonProperty("treaty")
    TREATY,
    @JsonProperty("convention")
    CONVENTION,
    @JsonProperty("protocol")
    PROTOCOL,
    @JsonProperty("constitution")
    CONSTITUTION,
    @JsonProperty("statute")
    STATUTE,
    @JsonProperty("resolution")
    RESOLUTION,
    @JsonProperty("declaration")
    DECLARATION,
    @JsonProperty("compact")
    COMPACT,
    @JsonProperty("agreement")
    AGREEMENT,
    @JsonProperty("recommendation")
    RECOMMENDATION,
    @JsonProperty("programme")
    PROGRAMME,
    @JsonProperty("framework")
    FRAMEWORK,
    @JsonProperty("decision")
    DECISION,
    @JsonProperty("report")
    REPORT
}
