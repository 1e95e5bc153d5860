package org.mandateatlas.processes.network;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.processes.participation.ParticipationRole;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.http.Axis;

/**
 * Differences in the network between two dates of valid time or two instants of record time, with their causes.
 *
 * @param axis the compared time axis
 * @param from the start
 * @param to the end
 * @param validAt the valid time, if instants are compared
 * @param knownAt the record time, if dates are compared; null for the latest
 * @param position the log position that it is computed from
 * @param nodes the changed nodes, by key
 * @param edges the changed edges, by institution and process
 */
@Schema(
        description =
                "Differences in the network between two dates of valid time or two instants of record time, with their"
                        + " causes.")
public record NetworkDiff(
        Axis axis,

        @Schema(description = "Start of the comparison.", examples = "2004-12-31")
        String from,

        @Schema(description = "End of the comparison.", examples = "2026-01-01")
        String to,

        @Schema(description = "Valid time on both sides if two instants are compared; else null.", nullable = true)
        @Nullable LocalDate validAt,

        @Schema(
                description = "Record time on both sides if two dates are compared; else null, as for the latest.",
                nullable = true)
        @Nullable Instant knownAt,

        @Schema(
                description =
                        "Log position that the response is computed from; request it to get the same response again.")
        String position,

        @Schema(description = "Nodes that differ.") List<NodeChange> nodes,
        @Schema(description = "Edges that differ.") List<EdgeChange> edges) {

    /**
     * A node that was added, removed or changed.
     *
     * @param key type and id, joined by a colon
     * @param name its name
     * @param before its measures before, or null if it was not in the network
     * @param after its measures after, or null if it is not in the network
     */
    @Schema(name = "NetworkNodeChange", description = "A node that was added, removed or changed.")
    public record NodeChange(
            @Schema(description = "Type and id, joined by a colon.", examples = "institution:iom")
            String key,

            @Schema(description = "Name of the institution or process.")
            String name,

            @Schema(description = "Its measures before; null if it was not in the network.", nullable = true) @Nullable Weight before,

            @Schema(description = "Its measures after; null if it is not in the network.", nullable = true) @Nullable Weight after) {}

    /**
     * Measures of a node.
     *
     * @param degree number of adjacent nodes
     * @param strength total weight of its edges
     * @param betweenness its betweenness, from 0 to 1
     */
    @Schema(name = "NetworkWeight", description = "Measures of a node.")
    public record Weight(
            @Schema(description = "Number of adjacent nodes.")
            int degree,

            @Schema(description = "Total weight of its edges.")
            int strength,

            @Schema(description = "Betweenness centrality, from 0 to 1.")
            BigDecimal betweenness) {

        static Weight of(NetworkNode node) {
            return new Weight(node.degree(), node.strength(), node.betweenness());
        }
    }

    /**
     * An edge that was added, removed or changed.
     *
     * @param institution the institution's id
     * @param process the process's id
     */
    @Schema(name = "NetworkEdgeChange", description = "An edge that was added, removed or changed.")
    public record EdgeChange(
            @Schema(description = "Institution id.", examples = "iom")
            String institution,

            @Schema(description = "Process id.", examples = "global-migration-group")
            String process,

            @Schema(description = "Roles before; empty if there was no edge.")
            List<ParticipationRole> before,

            @Schema(description = "Roles after; empty if there is no edge.")
            List<ParticipationRole> after,

            @Schema(description = "Causes; never empty.") List<Cause> causes) {}

    /**
     * Cause of a changed edge.
     *
     * @param kind the kind of document
     * @param on when it happened in the world; null if unknown and for changes in record time
     */
    @Schema(name = "NetworkCause", description = "Cause of a changed edge.")
    public record Cause(
            @Schema(description = "Kind of the document.") Kind kind,
            @Schema(description = "Id of the document.") String id,

            @Schema(
                    description =
                            "The change. In valid time: began or ended. In record time: the change type of the log.",
                    examples = "began")
            String change,

            @Schema(description = "When it happened in the world; null if unknown.", nullable = true) @Nullable PartialDate on,

            @Schema(description = "When it was recorded; null for changes in valid time.", nullable = true) @Nullable Instant recordedAt,

            List<Citation> citations) {}

    /** Kind of document that causes a changed edge. */
    @Schema(name = "NetworkCauseKind", description = "Kind of document that causes a changed edge.")
    public enum Kind {
        @Schema(description = "A participation.")
        PARTICIPATION,
        @Schema(description = "A process.")
        PROCESS
    }
}
