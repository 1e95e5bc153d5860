package org.mandateatlas.functions.option;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Rating of a policy option by a criterion. */
@Schema(description = "Rating of a policy option by a criterion.")
public enum Rating {
    HIGH,
    MEDIUM,
    LOW
}
