package org.mandateatlas.functions.option;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Criterion for policy options. */
@Schema(description = "Criterion for policy options.")
public enum Criterion {
    POLITICAL_VIABILITY,
    FINANCIAL_REALISM,
    STATES_CAPACITY
}
