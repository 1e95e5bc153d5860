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
        @Schema(examples = "2004-12-31") String from,
        @Schema(examples = "2026-01-01") String to,
        @Schema(nullable = true) @Nullable LocalDate validAt,
        @Schema(nullable = true) @Nullable Instant knownAt,
        String position,
        List<NodeChange> nodes,
        List<EdgeChange> edges) {

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
            @Schema(examples = "institution:iom") String key,
            String name,
            @Schema(nullable = true) @Nullable Weight before,
            @Schema(nullable = true) @Nullable Weight after) {}

    /**
     * Measures of a node.
     *
     * @param degree number of adjacent nodes
     * @param strength total weight of its edges
     * @param betweenness its betweenness, from 0 to 1
     */
    @Schema(name = "NetworkWeight", description = "Measures of a node.")
    public record Weight(int degree, int strength, BigDecimal betweenness) {

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
            @Schema(examples = "iom") String institution,
            @Schema(examples = "global-migration-group") String process,

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
            Kind kind,
            String id,

            @Schema(
                    description =
                            "The change. In valid time: began or ended. In record time: the change type of the log.",
                    examples = "began")
            String change,

            @Schema(nullable = true) @Nullable PartialDate on,
            @Schema(nullable = true) @Nullable Instant recordedAt,
            List<Citation> citations) {}

    /** Kind of document that causes a changed edge. */
    @Schema(name = "NetworkCauseKind", description = "Kind of document that causes a changed edge.")
    public enum Kind {
        PARTICIPATION,
        PROCESS
    }
}
