package org.mandateatlas.processes.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who meets whom in which process.
 *
 * @param validAt the day of the world
 * @param knownAt the instant of our knowledge; null for the latest
 * @param position the point of the logs that it rests on
 * @param nodes the processes of the day and the institutions that take part in them, the highest betweenness first
 * @param edges their parts, by institution and process
 * @param components the parts that hang together, the largest first
 */
@Schema(description = "Who meets whom in which process.")
public record Network(
        LocalDate validAt,
        @Schema(nullable = true) @Nullable Instant knownAt,

        @Schema(description = "The point of the logs that it rests on; ask for it to get the same answer again.")
        String position,

        @Schema(
                description = "The processes of the day and the institutions that take part in them, the highest"
                        + " betweenness first.")
        List<NetworkNode> nodes,

        List<NetworkEdge> edges,
        List<NetworkComponent> components) {}
