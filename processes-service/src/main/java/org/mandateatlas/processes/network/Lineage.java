package org.mandateatlas.processes.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.base.time.Validity.Status;
import org.mandateatlas.processes.process.GovernanceProcess;
import org.mandateatlas.processes.process.ProcessKind;
import org.mandateatlas.processes.process.ProcessStage;
import org.mandateatlas.registry.citation.Citation;

/**
 * Ancestors and descendants of a process.
 *
 * @param process id of the process
 * @param knownAt the record time, or null for the latest
 * @param position the log position that it is computed from
 */
@Schema(name = "ProcessLineage", description = "Ancestors and descendants of a process.")
public record Lineage(
        @Schema(description = "Id of the requested process.", examples = "global-migration-group")
        String process,

        @Schema(nullable = true) @Nullable Instant knownAt,
        String position,

        @Schema(description = "Processes, ancestors first.") List<Member> processes,

        @Schema(description = "Links from predecessors to successors.")
        List<Link> links) {

    /**
     * A process of the lineage.
     *
     * @param name its name
     * @param kind its kind
     * @param stage whether it came about
     * @param status the relation of its validity to the day
     */
    @Schema(name = "LineageProcess", description = "A process of the lineage.")
    public record Member(
            @Schema(description = "Process id.", examples = "geneva-migration-group")
            String id,

            @Schema(description = "Name of the process.") String name,
            ProcessKind kind,
            ProcessStage stage,

            @Schema(
                    description = "Number of steps after the requested process; negative for ancestors.",
                    examples = "-1")
            int generation,

            @Schema(description = "Whether it is planned, current, unconfirmed or ended on `validAt` (default: today).")
            Status status,

            Validity validity) {}

    /**
     * A link of the lineage.
     *
     * @param predecessor id of the predecessor
     * @param successor id of the successor
     * @param takenOver what was taken over
     */
    @Schema(name = "LineageLink", description = "A link of the lineage.")
    public record Link(
            @Schema(description = "Id of the earlier process.", examples = "geneva-migration-group")
            String predecessor,

            @Schema(description = "Id of the later process.", examples = "global-migration-group")
            String successor,

            @Schema(description = "What was taken over, in our own words.")
            String takenOver,

            List<Citation> citations) {}

    /**
     * Returns the lineage of a process.
     *
     * @param begunBy the valid time by which processes must have begun; null for all
     * @param day the valid time of the statuses
     */
    static Lineage of(GovernanceProcess process, NetworkSnapshot registry, @Nullable LocalDate begunBy, LocalDate day) {
        var all = new TreeMap<>(registry.allProcesses());
        all.values()
                .removeIf(other -> begunBy != null
                        && !other.id().equals(process.id())
                        && other.validity().firstDay().isAfter(begunBy));
        var links = new ArrayList<Link>();
        all.values()
                .forEach(successor -> successor.predecessors().stream()
                        .filter(predecessor -> all.containsKey(predecessor.process()))
                        .forEach(predecessor -> links.add(new Link(
                                predecessor.process(),
                                successor.id(),
                                predecessor.takenOver(),
                                predecessor.citations()))));
        var generations = new HashMap<String, Integer>();
        generations.put(process.id(), 0);
        walk(process.id(), links, generations, 1);
        walk(process.id(), links, generations, -1);
        return new Lineage(
                process.id(),
                registry.knownAt(),
                registry.position().toString(),
                all.values().stream()
                        .filter(member -> generations.containsKey(member.id()))
                        .map(member -> new Member(
                                member.id(),
                                member.name(),
                                member.kind(),
                                member.stage(),
                                generations.getOrDefault(member.id(), 0),
                                member.validity().on(day),
                                member.validity()))
                        .sorted(Comparator.comparing(Member::generation)
                                .thenComparing(member -> member.validity().firstDay())
                                .thenComparing(Member::id))
                        .toList(),
                links.stream()
                        .filter(link -> belongsToLineage(generations, link))
                        .sorted(Comparator.comparing(Link::predecessor).thenComparing(Link::successor))
                        .toList());
    }

    /** Returns whether a link continues the lineage in its direction. */
    private static boolean belongsToLineage(Map<String, Integer> generations, Link link) {
        var from = generations.get(link.predecessor);
        var to = generations.get(link.successor);
        return from != null && to != null && from < to && (from >= 0 || to <= 0);
    }

    private static void walk(String start, List<Link> links, Map<String, Integer> generations, int step) {
        var next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            var current = next.remove();
            var generation = generations.getOrDefault(current, 0) + step;
            for (var link : links) {
                var from = step > 0 ? link.predecessor : link.successor;
                var to = step > 0 ? link.successor : link.predecessor;
                if (from.equals(current) && generations.putIfAbsent(to, generation) == null) {
                    next.add(to);
                }
            }
        }
    }
}
