package org.mandateatlas.functions.coverage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of document that causes a difference in coverage. */
@Schema(description = "Kind of document that causes a difference in coverage.")
public enum CauseKind {
    MANDATE,
    CAPACITY,
    INSTITUTION,
    FUNCTION
}
