package org.mandateatlas.institutions.mandate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of act that gives the mandate. */
@Schema(description = "Kind of act that gives the mandate.")
public enum Authority {
    CONSTITUTION,
    TREATY,
    STATUTE,
    RESOLUTION,
    DECISION,
    AGREEMENT,
    PROGRAMME,
    PRACTICE
}
