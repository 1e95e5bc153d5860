package org.mandateatlas.processes.fact;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Legal force of an output. */
@Schema(description = "Legal force: binding for all concerned, non-binding, or binding within the institution.")
public enum LegalForce {
    BINDING,
    NON_BINDING,
    INTERNAL
}
