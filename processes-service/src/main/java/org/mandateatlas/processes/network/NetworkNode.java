package org.mandateatlas.processes.network;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.processes.process.ProcessKind;

/**
 * An institution or a process in the network.
 *
 * @param key type and id, joined by a colon
 * @param type what it is
 * @param id its id
 * @param name its name on the day
 * @param kind the kind of the process; null for an institution
 * @param degree how many processes the institution takes part in, or how many institutions in the process
 * @param strength in how many roles in all
 * @param betweenness how many of the shortest ways between others lead through it, from 0 to 1
 * @param component number of the component that it belongs to, from 1 for the largest
 */
@Schema(description = "An institution or a process in the network.")
public record NetworkNode(
        @Schema(description = "Type and id, joined by a colon.", examples = "institution:iom")
        String key,

        NodeType type,
        @Schema(examples = "iom") String id,
        @Schema(description = "Its name on the day.") String name,

        @Schema(description = "The kind of the process; null for an institution.", nullable = true) @Nullable ProcessKind kind,

        @Schema(description = "How many nodes it is joined to.")
        int degree,

        @Schema(description = "The weight of its edges in all.")
        int strength,

        @Schema(
                description = "The share of the pairs of other nodes whose shortest ways lead through it, on average:"
                        + " betweenness, normalized to 0 to 1; every edge counts as one step.")
        BigDecimal betweenness,

        @Schema(description = "Number of the component that it belongs to, from 1 for the largest.")
        int component) {}
