package org.mandateatlas.registry.diff;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The time along which documents are compared. */
@Schema(name = "ChangeAxis", description = "The compared time axis: valid time (world) or record time (knowledge).")
public enum DiffAxis {
    @Schema(description = "Valid time: two dates are compared.")
    WORLD,
    @Schema(description = "Record time: two instants are compared.")
    KNOWLEDGE
}
