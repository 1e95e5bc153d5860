package org.mandateatlas.processes.fact;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Legal force of an output. */
@Schema(description = "Legal force.")
public enum LegalForce {
    @Schema(description = "Binding for all concerned.")
    BINDING,
    @Schema(description = "Not legally binding.")
    NON_BINDING,
    @Schema(description = "Binding within the institution only.")
    INTERNAL
}
