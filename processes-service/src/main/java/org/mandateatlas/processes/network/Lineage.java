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
import org.mandateatlas.processes.process.GovernanceProcess;
import org.mandateatlas.processes.process.ProcessKind;
import org.mandateatlas.registry.citation.Citation;

/**
 * From which processes one descends, and which descend from it.
 *
 * @param process id of the process
 * @param knownAt the instant of our knowledge; null for the latest
 * @param position the point of the logs that it rests on
 * @param processes the processes, forebears first
 * @param links what each took over from the one before
 */
@Schema(name = "ProcessLineage", description = "From which processes one descends, and which descend from it.")
public record Lineage(
        @Schema(examples = "global-migration-group") String process,
        @Schema(nullable = true) @Nullable Instant knownAt,
        String position,

        @Schema(description = "The processes, forebears first.")
        List<Member> processes,

        @Schema(description = "What each took over from the one before.")
        List<Link> links) {

    /**
     * A process of the lineage.
     *
     * @param id its id
     * @param name its name
     * @param kind what it is
     * @param generation how many steps after the process that is asked about, at least; negative for those before it
     * @param validity its life
     */
    @Schema(name = "LineageProcess", description = "A process of the lineage.")
    public record Member(
            @Schema(examples = "geneva-migration-group") String id,
            String name,
            ProcessKind kind,

            @Schema(
                    description = "How many steps after the process that is asked about; negative for those before it.",
                    examples = "-1")
            int generation,

            Validity validity) {}

    /**
     * A step of the lineage.
     *
     * @param predecessor id of the process before
     * @param successor id of the process after
     * @param takenOver what was taken over
     * @param citations where it stands
     */
    @Schema(name = "LineageLink", description = "A step of the lineage.")
    public record Link(
            @Schema(examples = "geneva-migration-group") String predecessor,
            @Schema(examples = "global-migration-group") String successor,
            String takenOver,
            List<Citation> citations) {}

    /**
     * Returns the lineage of a process.
     *
     * @param day the day by which processes must have begun; null for all
     */
    static Lineage of(GovernanceProcess process, Known known, @Nullable LocalDate day) {
        var all = new TreeMap<>(known.allProcesses());
        all.values()
                .removeIf(other -> day != null
                        && !other.id().equals(process.id())
                        && other.validity().firstDay().isAfter(day));
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
                known.knownAt(),
                known.position().toString(),
                all.values().stream()
                        .filter(member -> generations.containsKey(member.id()))
                        .map(member -> new Member(
                                member.id(),
                                member.name(),
                                member.kind(),
                                generations.getOrDefault(member.id(), 0),
                                member.validity()))
                        .sorted(Comparator.comparing(Member::generation)
                                .thenComparing(member -> member.validity().firstDay())
                                .thenComparing(Member::id))
                        .toList(),
                links.stream()
                        .filter(link -> follows(generations, link))
                        .sorted(Comparator.comparing(Link::predecessor).thenComparing(Link::successor))
                        .toList());
    }

    /** A link belongs to the lineage when it leads on in the same direction. */
    private static boolean follows(Map<String, Integer> generations, Link link) {
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
