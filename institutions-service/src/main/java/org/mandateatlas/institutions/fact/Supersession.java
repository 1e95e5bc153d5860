package org.mandateatlas.institutions.fact;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Manner of supersession: stated in the text (`explicit`) or following from the content (`implicit`). */
@Schema(description = "How one text supersedes another.")
public enum Supersession {
    @Schema(description = "The text says so.")
    EXPLICIT,
    @Schema(description = "It follows from the content.")
    IMPLICIT
}
