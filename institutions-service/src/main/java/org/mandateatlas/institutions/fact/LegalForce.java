package org.mandateatlas.institutions.fact;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Legal force: binding for all concerned, non-binding, or binding within the institution. */
@Schema(description = "Legal force: binding for all concerned, non-binding, or binding within the institution.")
public enum LegalForce {
    BINDING,
    NON_BINDING,
    INTERNAL
}
