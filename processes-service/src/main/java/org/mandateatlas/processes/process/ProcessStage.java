package org.mandateatlas.processes.process;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a process came about. */
@Schema(name = "Stage", description = "Whether a process came about.")
public enum ProcessStage {
    @Schema(description = "Proposed only: it never took place or has not yet.")
    PROPOSED,
    @Schema(description = "It took place or takes place.")
    ESTABLISHED
}
