package org.mandateatlas.processes.output;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of output. */
@Schema(description = "Kind of output.")
public enum OutputKind {
    AGENDA,
    DECLARATION,
    REPORT,
    CONCLUSIONS,
    RECOMMENDATIONS,
    COMPACT,
    FRAMEWORK,
    PROGRAMME_OF_ACTION,
    INTERPRETATION,
    AGREEMENT,
    RESOLUTION
}
