package org.mandateatlas.processes.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Institutions and processes as a graph.
 *
 * @param validAt the valid time
 * @param knownAt the record time, or null for the latest
 * @param edges the edges, by institution and process
 * @param components the connected components, the largest first
 */
@Schema(description = "Institutions and processes as a graph.")
public record Network(
        LocalDate validAt,
        @Schema(nullable = true) @Nullable Instant knownAt,

        @Schema(
                description =
                        "Log position that the response is computed from; request it to get the same response again.")
        String position,

        @Schema(description = "Processes and their participating institutions, the highest betweenness first.")
        List<NetworkNode> nodes,

        @Schema(description = "Participations of institutions in processes.")
        List<NetworkEdge> edges,

        @Schema(description = "Connected components, the largest first.")
        List<NetworkComponent> components) {}
