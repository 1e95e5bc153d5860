package org.mandateatlas.institutions.instrument;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of instrument. */
@Schema(description = "Kind of instrument.")
public enum InstrumentKind {
    TREATY,
    CONVENTION,
    PROTOCOL,
    CONSTITUTION,
    STATUTE,
    RESOLUTION,
    DECLARATION,
    COMPACT,
    AGREEMENT,
    RECOMMENDATION,
    PROGRAMME,
    FRAMEWORK,
    DECISION,
    REPORT
}
