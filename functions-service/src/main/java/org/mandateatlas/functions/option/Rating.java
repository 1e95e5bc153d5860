package org.mandateatlas.functions.option;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Rating of a policy option by a criterion. */
@Schema(description = "Rating of a policy option by a criterion.")
public enum Rating {
    @Schema(description = "The option meets the criterion.")
    HIGH,
    @Schema(description = "It meets the criterion in part.")
    MEDIUM,
    @Schema(description = "It hardly meets the criterion.")
    LOW
}
