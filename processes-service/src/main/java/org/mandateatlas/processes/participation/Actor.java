package org.mandateatlas.processes.participation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.Name;

/**
 * Somebody who takes part in a process and is no institution of the registry.
 *
 * @param name what they are called
 * @param kind what they are
 */
@Schema(description = "Somebody who takes part in a process and is no institution of the registry.")
public record Actor(
        @Schema(examples = "Switzerland", maxLength = Actor.LONGEST_NAME) @Name @Filterable("actor")
        String name,

        @Filterable("actorKind") ActorKind kind) {

    /** The most characters that a name may have; longer ones cannot be filtered by. */
    static final int LONGEST_NAME = 200;
}
