package org.mandateatlas.processes.fact;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Legal force of an output. */
@Schema(description = "Legal force: binding for all concerned, non-binding, or binding within the institution.")
public enum LegalForce {
    @JsonProperty("binding")
    BINDING,
    @JsonProperty("non-binding")
    NON_BINDING,
    @JsonProperty("internal")
    INTERNAL
}
