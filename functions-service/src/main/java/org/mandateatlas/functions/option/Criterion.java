package org.mandateatlas.functions.option;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the paper measures options by. */
@Schema(description = "What the paper measures options by.")
public enum Criterion {
    @JsonProperty("political-viability")
    POLITICAL_VIABILITY,
    @JsonProperty("financial-realism")
    FINANCIAL_REALISM,
    @JsonProperty("states-capacity")
    STATES_CAPACITY
}
