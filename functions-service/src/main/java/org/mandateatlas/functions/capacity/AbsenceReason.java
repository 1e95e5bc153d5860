package org.mandateatlas.functions.capacity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reason why an institution does not perform a function, or not more of it. */
@Schema(description = "Reason why an institution does not perform a function, or not more of it.")
public enum AbsenceReason {
    OUTSIDE_MANDATE,
    NO_RESOURCES,
    NO_EXPERTISE,
    SET_ASIDE_BY_STATES,
    DECLINED,
    NOT_PRIORITIZED,
    NOT_REVIEWED
}
