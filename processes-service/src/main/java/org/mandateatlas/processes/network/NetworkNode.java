package org.mandateatlas.processes.network;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity.Status;
import org.mandateatlas.processes.process.ProcessKind;

/**
 * An institution or a process in the network.
 *
 * @param type its type
 * @param status the relation of its validity to the day
 * @param lastAttested the last date for which a source shows it; null unless it is unconfirmed
 */
@Schema(description = "An institution or a process in the network.")
public record NetworkNode(
        @Schema(description = "Type and id, joined by a colon.", examples = "institution:iom")
        String key,

        @Schema(description = "Whether it is an institution or a process.")
        NodeType type,

        @Schema(description = "Id of the institution or process.", examples = "iom")
        String id,

        @Schema(description = "Name on the date.") String name,

        @Schema(description = "Kind of the process; null for an institution.", nullable = true) @Nullable ProcessKind kind,

        @Schema(
                description =
                        "Whether the institution or process itself is current or unconfirmed on the date, regardless of its participations.")
        Status status,

        @Schema(
                description = "Last date for which a source shows it, if it is unconfirmed; else null.",
                nullable = true)
        @Nullable PartialDate lastAttested,

        @Schema(description = "Number of adjacent nodes.") int degree,

        @Schema(description = "Total weight of its edges.") int strength,

        @Schema(
                description =
                        "Betweenness centrality, normalized to 0 to 1: the average share of shortest paths between other nodes that pass through it. Edges are unweighted.")
        BigDecimal betweenness,

        @Schema(description = "Number of its component, from 1 for the largest.")
        int component) {}
