package org.mandateatlas.registry.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The time axis of a comparison. */
@Schema(name = "DiffAxis", description = "Compared time axis.")
public enum Axis {
    @Schema(description = "Valid time: two dates are compared.")
    WORLD,
    @Schema(description = "Record time: two instants are compared.")
    KNOWLEDGE
}
