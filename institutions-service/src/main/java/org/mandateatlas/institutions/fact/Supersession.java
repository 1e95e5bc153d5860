package org.mandateatlas.institutions.fact;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How something took the place of another: by saying so, or by its content alone. */
@Schema(description = "How something took the place of another: by saying so, or by its content alone.")
public enum Supersession {
    @JsonProperty("explicit")
    EXPLICIT,
    @JsonProperty("implicit")
    IMPLICIT
}
