package org.mandateatlas.functions.option;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Criterion for policy options. */
@Schema(description = "Criterion for policy options.")
public enum Criterion {
    @JsonProperty("political-viability")
    POLITICAL_VIABILITY,
    @JsonProperty("financial-realism")
    FINANCIAL_REALISM,
    @JsonProperty("states-capacity")
    STATES_CAPACITY
}
