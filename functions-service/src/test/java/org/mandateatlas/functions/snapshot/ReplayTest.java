package org.mandateatlas.functions.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.functions.capacity.Capacity;
import org.mandateatlas.functions.coverage.FunctionCoverage;
import org.mandateatlas.functions.coverage.GovernanceState;
import org.mandateatlas.functions.function.GovernanceFunction;
import org.mandateatlas.functions.snapshot.LogArbitraries.Log;
import org.mandateatlas.replication.LoggedRevision;
import org.mandateatlas.replication.replica.VersionedState;

/** The replicated state does not depend on the order in which streams arrive. */
@Domain(LogArbitraries.class)
@Domain(DomainContext.Global.class)
class ReplayTest {

    private static final LocalDate DAY = LocalDate.of(2004, 6, 15);

    @Property
    void whatWasFollowedLiveIsWhatAReplayFromTheBeginningTells(@ForAll Log log, @ForAll Random random) {
        var live = new Histories();
        for (var revision : log.revisions()) {
            live.add(revision);
            if (random.nextInt(4) == 0) {
                live.known(); // a question between two chunks
            }
        }
        assertEquals(replayed(log).coverage(), live.coverage());
    }

    @Property
    void duplicatesChangeNothing(@ForAll Log log, @ForAll Random random) {
        var histories = new Histories();
        var came = new ArrayList<LoggedRevision>();
        for (var revision : log.revisions()) {
            histories.add(revision);
            came.add(revision);
            for (var again = random.nextInt(3); again > 0; again--) {
                histories.add(came.get(random.nextInt(came.size())));
            }
        }
        assertEquals(replayed(log).known(), histories.known());
    }

    @Property
    void theOrderAcrossStreamsChangesNothing(@ForAll Log log, @ForAll Random random) {
        var histories = new Histories();
        var queues = new ArrayList<Queue<LoggedRevision>>();
        for (var stream : List.of("function", "institution", "mandate", "capacity")) {
            queues.add(new ArrayDeque<>(log.of(stream)));
        }
        queues.removeIf(Queue::isEmpty);
        while (!queues.isEmpty()) {
            histories.add(queues.get(random.nextInt(queues.size())).remove());
            queues.removeIf(Queue::isEmpty);
        }
        assertEquals(replayed(log).coverage(), histories.coverage());
    }

    @Property
    void whatWasKnownAtAPointStaysWhenMoreComes(@ForAll Log log, @ForAll Random random) {
        var reached = random.nextInt(log.revisions().size() + 1);
        var early = replayed(new Log(log.revisions().subList(0, reached)));
        var late = replayed(log);
        assertEquals(early.known(), late.known(early.sequences()));
    }

    @Property
    void whatWasKnownAtAnInstantIsWhatHadBeenRecordedByThen(@ForAll Log log, @ForAll Random random) {
        var reached = random.nextInt(log.revisions().size() + 1);
        var known = log.revisions().subList(0, reached);
        var instant = known.isEmpty() ? Instant.EPOCH : known.getLast().recordedAt();
        assertEquals(replayed(new Log(known)).sequences(), replayed(log).sequencesAt(instant));
    }

    private static Histories replayed(Log log) {
        var histories = new Histories();
        log.revisions().forEach(histories::add);
        return histories;
    }

    /** The histories of the streams that coverage rests on. */
    private static final class Histories {

        private final VersionedState<GovernanceFunction> functions = history("function", GovernanceFunction.class);
        private final VersionedState<InstitutionSnapshot> institutions =
                history("institution", InstitutionSnapshot.class);
        private final VersionedState<MandateSnapshot> mandates = history("mandate", MandateSnapshot.class);
        private final VersionedState<Capacity> capacities = history("capacity", Capacity.class);
        private final Map<String, VersionedState<?>> all = new HashMap<>();

        Histories() {
            List.of(functions, institutions, mandates, capacities)
                    .forEach(history -> all.put(history.stream(), history));
        }

        private static <T> VersionedState<T> history(String stream, Class<T> type) {
            return new VersionedState<>(stream, type);
        }

        void add(LoggedRevision revision) {
            Objects.requireNonNull(all.get(revision.stream())).add(revision);
        }

        TreeMap<String, Long> sequences() {
            var sequences = new TreeMap<String, Long>();
            all.forEach((stream, history) -> sequences.put(stream, history.sequence()));
            return sequences;
        }

        TreeMap<String, Long> sequencesAt(Instant instant) {
            var sequences = new TreeMap<String, Long>();
            all.forEach((stream, history) -> sequences.put(stream, history.sequenceAt(instant)));
            return sequences;
        }

        RegistrySnapshot known() {
            return known(sequences());
        }

        RegistrySnapshot known(TreeMap<String, Long> at) {
            return new RegistrySnapshot(
                    Position.of(at),
                    null,
                    functions.upTo(at.getOrDefault("function", 0L)),
                    institutions.upTo(at.getOrDefault("institution", 0L)),
                    mandates.upTo(at.getOrDefault("mandate", 0L)),
                    capacities.upTo(at.getOrDefault("capacity", 0L)),
                    List.of());
        }

        List<FunctionCoverage> coverage() {
            return GovernanceState.of(known(), DAY, Set.of(), false).coverage();
        }
    }
}
