package org.mandateatlas.processes.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a process makes norms. */
@Schema(description = "How far a process makes norms.")
public enum NormativityLevel {
    @JsonProperty("normative")
    NORMATIVE,
    @JsonProperty("partly-normative")
    PARTLY_NORMATIVE,
    @JsonProperty("non-normative")
    NON_NORMATIVE
}
