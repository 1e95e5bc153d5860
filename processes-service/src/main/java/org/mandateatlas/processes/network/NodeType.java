package org.mandateatlas.processes.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a node of the network is. */
@Schema(name = "NetworkNodeType", description = "What a node of the network is.")
public enum NodeType {
    @JsonProperty("institution")
    INSTITUTION,
    @JsonProperty("process")
    PROCESS;

    /** Returns the key of a node of the type, since an institution and a process may have one id. */
    String key(String id) {
        return name().toLowerCase(java.util.Locale.ROOT) + ":" + id;
    }
}
