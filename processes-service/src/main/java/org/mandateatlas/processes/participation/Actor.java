package org.mandateatlas.processes.participation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.Name;

/** A participant that is not an institution in the registry. */
@Schema(description = "A participant that is not an institution in the registry.")
public record Actor(
        @Schema(description = "Name in English.", examples = "Switzerland", maxLength = Actor.LONGEST_NAME)
        @Name
        @Filterable("actor")
        String name,

        @Filterable("actorKind") ActorKind kind) {

    /** Maximum length of a name; longer ones cannot be used in filters. */
    static final int LONGEST_NAME = 200;
}
