package org.mandateatlas.functions.option;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Criterion for policy options. */
@Schema(description = "Criterion for policy options.")
public enum Criterion {
    @Schema(description = "Whether states would accept it.")
    POLITICAL_VIABILITY,
    @Schema(description = "Whether it can be paid for.")
    FINANCIAL_REALISM,
    @Schema(description = "Whether states are able to carry it out.")
    STATES_CAPACITY
}
