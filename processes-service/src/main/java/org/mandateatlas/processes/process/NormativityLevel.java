package org.mandateatlas.processes.process;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Extent to which a process creates norms. */
@Schema(description = "Extent to which a process creates norms.")
public enum NormativityLevel {
    NORMATIVE,
    PARTLY_NORMATIVE,
    NON_NORMATIVE
}
