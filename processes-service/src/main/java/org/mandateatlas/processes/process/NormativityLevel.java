package org.mandateatlas.processes.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Extent to which a process creates norms. */
@Schema(description = "Extent to which a process creates norms.")
public enum NormativityLevel {
    @JsonProperty("normative")
    NORMATIVE,
    @JsonProperty("partly-normative")
    PARTLY_NORMATIVE,
    @JsonProperty("non-normative")
    NON_NORMATIVE
}
