package org.mandateatlas.processes.fact;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far an output binds: everyone concerned, nobody, or only inside its process. */
public enum LegalForce {
    @JsonProperty("binding")
    BINDING,
    @JsonProperty("non-binding")
    NON_BINDING,
    @JsonProperty("internal")
    INTERNAL
}
