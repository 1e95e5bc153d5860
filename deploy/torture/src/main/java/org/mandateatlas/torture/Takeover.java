package org.mandateatlas.torture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.mandateatlas.torture.journal.EventEntry;
import org.mandateatlas.torture.journal.EventSource;
import org.mandateatlas.torture.journal.FaultEntry;
import org.mandateatlas.torture.journal.Journals;
import org.mandateatlas.torture.journal.OperationOutcome;
import org.mandateatlas.torture.journal.ReadEntry;
import org.mandateatlas.torture.journal.WriteEntry;

/**
 * The times from faults of one kind to the next effect of a write that began after them.
 *
 * @param task the task that another process had to take over
 * @param fault the kind of fault
 * @param millis the times, ascending
 * @param alone those times during which, and for a while before which, neither the other process of the component nor
 *     PostgreSQL or Kafka had a fault
 */
record Takeover(String task, String fault, List<Long> millis, List<Long> alone) {

    private static final Set<String> PROCESS_FAULTS = Set.of("kill", "freeze", "restart");
    private static final Map<String, Set<String>> STREAMS = Map.of(
            "institutions-service", Set.of("institution", "mandate"),
            "functions-service", Set.of("capacity"),
            "processes-service", Set.of("process", "participation"));
    private static final long MICROS_PER_MILLI = 1_000;

    /** The time in which a process starts again. */
    private static final long RECOVERY_MICROS = 30_000_000;

    private static final Set<String> SERVERS = Set.of("postgres", "kafka");

    /** Returns the times of publication, delivery and replication by kind of fault. */
    static List<Takeover> of(Journals journals) {
        var times = new HashMap<String, Map<String, List<Time>>>();
        for (var fault : journals.faults()) {
            if (!fault.injected() || !PROCESS_FAULTS.contains(fault.kind())) {
                continue;
            }
            var component = component(fault);
            var streams = STREAMS.get(component);
            if (streams != null) {
                add(times, "publication", fault, event(journals, fault, EventSource.KAFKA, streams));
            }
            if (component.equals("subscriptions-service")) {
                add(times, "delivery", fault, event(journals, fault, EventSource.WEBHOOK, Set.of()));
            }
            if (component.equals("functions-service")) {
                add(times, "replication", fault, coverage(journals, fault));
            }
        }
        var takeovers = new ArrayList<Takeover>();
        for (var task : List.of("publication", "delivery", "replication")) {
            times.getOrDefault(task, Map.of()).entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(each -> takeovers.add(new Takeover(
                            task,
                            each.getKey(),
                            millis(each.getValue()),
                            millis(each.getValue().stream()
                                    .filter(time -> isAlone(journals, time))
                                    .toList()))));
        }
        return takeovers;
    }

    private static List<Long> millis(List<Time> times) {
        return times.stream().map(Time::millis).sorted().toList();
    }

    private static void add(
            Map<String, Map<String, List<Time>>> times, String task, FaultEntry fault, OptionalLong at) {
        at.ifPresent(micros -> times.computeIfAbsent(task, unknown -> new HashMap<>())
                .computeIfAbsent(fault.kind(), unknown -> new ArrayList<>())
                .add(new Time(fault, micros)));
    }

    private static boolean isAlone(Journals journals, Time time) {
        var fault = time.fault();
        return journals.faults().stream()
                .filter(other -> other.injected() && !other.equals(fault))
                .filter(other ->
                        SERVERS.contains(component(other)) || component(other).equals(component(fault)))
                .noneMatch(other -> other.began() < time.at() && other.ended() + RECOVERY_MICROS > fault.began());
    }

    private static String component(FaultEntry fault) {
        return fault.target().replaceFirst("-[2-9]$", "");
    }

    /** Returns when the first event of a write that began after the fault arrived; of any stream if none is given. */
    private static OptionalLong event(Journals journals, FaultEntry fault, EventSource source, Set<String> streams) {
        var written = tokens(journals, fault, streams);
        return first(
                journals.events().stream()
                        .filter(event -> event.source() == source && event.at() > fault.began())
                        .filter(event -> written.contains(event.document() + " " + event.token()))
                        .toList(),
                EventEntry::at);
    }

    private static Set<String> tokens(Journals journals, FaultEntry fault, Set<String> streams) {
        return journals.writes().stream()
                .filter(write -> write.outcome() == OperationOutcome.OK && write.invoked() > fault.began())
                .filter(write -> streams.isEmpty() || streams.contains(write.stream()))
                .map(write -> write.document() + " " + write.token())
                .collect(Collectors.toSet());
    }

    /** Returns when coverage was first based on an event of another service that was written after the fault. */
    private static OptionalLong coverage(Journals journals, FaultEntry fault) {
        var written = tokens(journals, fault, Set.of("mandate"));
        var sequence = journals.events().stream()
                .filter(event -> event.source() == EventSource.KAFKA)
                .filter(event -> written.contains(event.document() + " " + event.token()))
                .mapToLong(EventEntry::sequence)
                .min();
        return sequence.isEmpty()
                ? OptionalLong.empty()
                : first(
                        journals.reads().stream()
                                .filter(read -> read.status() == 200
                                        && read.completed() > fault.began()
                                        && read.path().startsWith("/v1/coverage")
                                        && read.position().getOrDefault("mandate", 0L) >= sequence.getAsLong())
                                .toList(),
                        ReadEntry::completed);
    }

    private static <E> OptionalLong first(List<E> entries, ToLongFunction<E> instant) {
        return entries.stream().mapToLong(instant).min();
    }

    /** Returns the longest time from the acknowledgement of a write to its first event, in milliseconds. */
    static long longestDelay(Journals journals, EventSource source) {
        var acknowledged = new HashMap<String, Long>();
        for (WriteEntry write : journals.writes()) {
            if (write.outcome() == OperationOutcome.OK) {
                acknowledged.put(write.document() + " " + write.token(), write.completed());
            }
        }
        var longest = 0L;
        for (var event : journals.events()) {
            var completed =
                    event.source() == source ? acknowledged.remove(event.document() + " " + event.token()) : null;
            if (completed != null) {
                longest = Math.max(longest, event.at() - completed);
            }
        }
        return longest / MICROS_PER_MILLI;
    }

    /**
     * The end of a takeover.
     *
     * @param at when the effect was seen
     */
    private record Time(FaultEntry fault, long at) {

        long millis() {
            return (at - fault.began()) / MICROS_PER_MILLI;
        }
    }
}
