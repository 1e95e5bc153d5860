package org.mandateatlas.registry.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The time axis of a comparison. */
@Schema(name = "DiffAxis", description = "Compared time axis: valid time (`world`) or record time (`knowledge`).")
public enum Axis {
    WORLD,
    KNOWLEDGE
}
