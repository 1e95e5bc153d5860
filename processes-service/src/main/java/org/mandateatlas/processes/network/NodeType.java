package org.mandateatlas.processes.network;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Type of a network node. */
@Schema(name = "NetworkNodeType", description = "Type of a network node.")
public enum NodeType {
    @Schema(description = "An institution.")
    INSTITUTION,
    @Schema(description = "A process.")
    PROCESS;

    /** Returns the key of a node; an institution and a process may have the same id. */
    String key(String id) {
        return name().toLowerCase(java.util.Locale.ROOT) + ":" + id;
    }
}
