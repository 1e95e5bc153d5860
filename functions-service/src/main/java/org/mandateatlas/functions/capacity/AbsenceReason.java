package org.mandateatlas.functions.capacity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reason why an institution does not perform a function, or not more of it. */
@Schema(description = "Reason why an institution does not perform a function, or not more of it.")
public enum AbsenceReason {
    @Schema(description = "The function is outside its mandate.")
    OUTSIDE_MANDATE,
    @Schema(description = "It lacks the money or staff.")
    NO_RESOURCES,
    @Schema(description = "It lacks the expertise.")
    NO_EXPERTISE,
    @Schema(description = "States keep the function off the agenda.")
    SET_ASIDE_BY_STATES,
    @Schema(description = "It was asked to perform the function and declined.")
    DECLINED,
    @Schema(description = "It gives the function a low priority.")
    NOT_PRIORITIZED,
    @Schema(description = "No source assesses its performance.")
    NOT_REVIEWED
}
