package org.mandateatlas.processes.network;

import com.fasterxml.jackson.annotation.JsonProperty;
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
 * How the network differs between two days of the world, or between two instants of our knowledge, and why.
 *
 * @param axis along which time
 * @param from the first day or instant
 * @param to the second
 * @param validAt the day that both instants are asked about; null between days
 * @param knownAt the instant as of which both days are told; null for the latest, and between instants
 * @param position the point of the logs that it rests on
 * @param nodes the nodes that came, went or changed, by key
 * @param edges the edges that came, went or changed, by institution and process
 */
@Schema(
        description = "How the network differs between two days of the world, or between two instants of our knowledge,"
                + " and why.")
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
     * A node that came, went or changed.
     *
     * @param key type and id, joined by a colon
     * @param name its name
     * @param before what it was in the network; null when it was not there
     * @param after what it is; null when it is not there
     */
    @Schema(name = "NetworkNodeChange", description = "A node that came, went or changed.")
    public record NodeChange(
            @Schema(examples = "institution:iom") String key,
            String name,
            @Schema(nullable = true) @Nullable Weight before,
            @Schema(nullable = true) @Nullable Weight after) {}

    /**
     * What a node is in the network.
     *
     * @param degree how many nodes it is joined to
     * @param strength the weight of its edges in all
     * @param betweenness its betweenness, from 0 to 1
     */
    @Schema(name = "NetworkWeight", description = "What a node is in the network.")
    public record Weight(int degree, int strength, BigDecimal betweenness) {

        static Weight of(NetworkNode node) {
            return new Weight(node.degree(), node.strength(), node.betweenness());
        }
    }

    /**
     * An edge that came, went or changed.
     *
     * @param institution the institution's id
     * @param process the process's id
     * @param before its roles before; empty when there was no edge
     * @param after its roles after; empty when there is none
     * @param causes why, never empty
     */
    @Schema(name = "NetworkEdgeChange", description = "An edge that came, went or changed.")
    public record EdgeChange(
            @Schema(examples = "iom") String institution,
            @Schema(examples = "global-migration-group") String process,

            @Schema(description = "Its roles before; empty when there was no edge.")
            List<ParticipationRole> before,

            @Schema(description = "Its roles after; empty when there is none.")
            List<ParticipationRole> after,

            @Schema(description = "Why; never empty.") List<Cause> causes) {}

    /**
     * Why an edge differs.
     *
     * @param kind what it rests on
     * @param id the document
     * @param change what happened: began or ended in the world; in our knowledge, the change that the log has
     * @param on when it happened in the world; null when unknown, and for what happened in our knowledge
     * @param recordedAt when it was recorded; null for what happened in the world
     * @param citations where it stands
     */
    @Schema(name = "NetworkCause", description = "Why an edge differs.")
    public record Cause(
            Kind kind,
            String id,

            @Schema(
                    description =
                            "What happened: began or ended in the world; in our knowledge, the change that the log"
                                    + " has.",
                    examples = "began")
            String change,

            @Schema(nullable = true) @Nullable PartialDate on,
            @Schema(nullable = true) @Nullable Instant recordedAt,
            List<Citation> citations) {}

    /** What a difference of the network rests on. */
    @Schema(name = "NetworkCauseKind", description = "What a difference of the network rests on.")
    public enum Kind {
        @JsonProperty("participation")
        PARTICIPATION,
        @JsonProperty("process")
        PROCESS
    }
}
