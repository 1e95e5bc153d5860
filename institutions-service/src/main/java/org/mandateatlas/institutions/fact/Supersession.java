package org.mandateatlas.institutions.fact;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Manner of supersession: stated in the text (`explicit`) or following from the content (`implicit`). */
@Schema(
        description =
                "Manner of supersession: stated in the text (`explicit`) or following from the content (`implicit`).")
public enum Supersession {
    EXPLICIT,
    IMPLICIT
}
