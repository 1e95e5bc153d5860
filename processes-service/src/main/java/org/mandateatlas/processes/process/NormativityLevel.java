package org.mandateatlas.processes.process;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Extent to which a process creates norms. */
@Schema(description = "Extent to which a process creates norms.")
public enum NormativityLevel {
    @Schema(description = "It creates norms or commitments.")
    NORMATIVE,
    @Schema(description = "Some of its results are norms or commitments.")
    PARTLY_NORMATIVE,
    @Schema(description = "It exchanges views and information without commitments.")
    NON_NORMATIVE
}
