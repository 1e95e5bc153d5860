package org.mandateatlas.registry.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Along which time two states are compared. */
@Schema(name = "DiffAxis", description = "Along which time: days of the world, or instants of our knowledge.")
public enum Axis {
    WORLD,
    KNOWLEDGE
}
