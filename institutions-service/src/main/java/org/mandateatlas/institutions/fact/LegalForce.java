package org.mandateatlas.institutions.fact;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far something binds: everyone concerned, nobody, or only inside its institution. */
@Schema(description = "How far something binds: everyone concerned, nobody, or only inside its institution.")
public enum LegalForce {
    @JsonProperty("binding")
    BINDING,
    @JsonProperty("non-binding")
    NON_BINDING,
    @JsonProperty("internal")
    INTERNAL
}
