package org.mandateatlas.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.replication.ReplicaRepository.Arrival;
import org.mandateatlas.replication.ReplicaRepository.Progress;

/** A stream is replicated without gaps and duplicates, in any order of its topic. */
class SequenceGapTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-23T11:00:00Z");

    @Example
    void revisionsInSequenceLeaveNoGap() {
        assertNull(SequenceGap.after(null, 3, arrivals(1, 2, 3), NOW));
    }

    @Example
    void anEarlyRevisionRevealsAGap() {
        assertEquals(new SequenceGap(3, 5, 6, NOW), SequenceGap.after(null, 2, arrivals(1, 2, 5, 6), NOW));
    }

    @Example
    void aGapKeepsTheTimeOfItsDetection() {
        assertEquals(
                new SequenceGap(3, 5, 9, NOW),
                SequenceGap.after(new SequenceGap(3, 5, 6, NOW), 2, arrivals(1, 2, 9), LATER));
    }

    @Example
    void aGapIsReplacedWhenItsFirstRevisionArrives() {
        assertEquals(
                new SequenceGap(4, 6, 6, LATER),
                SequenceGap.after(new SequenceGap(3, 5, 6, NOW), 3, arrivals(3), LATER));
    }

    @Example
    void aGapIsClosedWhenAllEarlyRevisionsHaveBeenApplied() {
        assertNull(SequenceGap.after(new SequenceGap(3, 5, 6, NOW), 6, arrivals(3, 4, 5, 6), LATER));
    }

    @Example
    void theOffsetIsAfterTheAppliedRevisions() {
        assertEquals(new Progress(3, 3), new Progress(1, 1).after(arrivals(1, 2, 3), 0));
    }

    @Example
    void theOffsetStaysBeforeAGap() {
        assertEquals(new Progress(3, 0), new Progress(0, 0).after(arrivals(1, 2, 4, 3), 0));
    }

    @Example
    void aGapIsDescribedByBothSequences() {
        assertEquals("expected 3, found 5, detected at 2026-11-23T10:00:00Z", new SequenceGap(3, 5, 6, NOW).toString());
    }

    @Property
    void allRevisionsAreAppliedOnceAndInSequence(@ForAll("topics") List<Long> topic, @ForAll Random random) {
        var follower = new Fold(topic);
        follower.replicate(random, 0);
        assertEquals(wholeUpTo(follower.highest()), follower.taken);
    }

    @Property
    void allRevisionsAreAppliedAcrossRestarts(@ForAll("topics") List<Long> topic, @ForAll Random random) {
        var follower = new Fold(topic);
        follower.replicate(random, 0.1);
        assertEquals(wholeUpTo(follower.highest()), follower.taken);
    }

    @Property
    void nothingAfterAMissingRevisionIsApplied(@ForAll("topics") List<Long> topic, @ForAll Random random) {
        var missing = 1
                + random.nextLong(
                        topic.stream().mapToLong(Long::longValue).max().orElse(1));
        var rest = topic.stream().filter(sequence -> sequence != missing).toList();
        var follower = new Fold(rest);
        follower.replicate(random, 0);
        assertEquals(wholeUpTo(missing - 1), follower.taken);
    }

    private static List<Long> wholeUpTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Provide
    Arbitrary<List<Long>> topics() {
        return Arbitraries.longs().between(1, 10).flatMap(last -> {
            var whole = wholeUpTo(last);
            return Arbitraries.of(whole).list().ofMaxSize(5).flatMap(doubled -> {
                var all = new ArrayList<>(whole);
                all.addAll(doubled);
                return Arbitraries.shuffle(all);
            });
        });
    }

    private static List<Arrival> arrivals(long... sequences) {
        return LongStream.of(sequences)
                .mapToObj(sequence -> arrival(sequence, sequence - 1))
                .toList();
    }

    private static Arrival arrival(long sequence, long offset) {
        return new Arrival(
                new LoggedRevision("planet", sequence, "earth", (int) sequence, "changed", NOW, "{}"), offset, null);
    }

    /** A replicator with a list instead of a database. */
    private static final class Fold {

        private static final int MOST_ROUNDS = 10_000;

        private final List<Long> topic;
        private final List<Long> taken = new ArrayList<>();
        private Progress progress = new Progress(0, 0);
        private @Nullable SequenceGap gap;

        Fold(List<Long> topic) {
            this.topic = topic;
        }

        long highest() {
            return topic.stream().mapToLong(Long::longValue).max().orElse(0);
        }

        void replicate(Random random, double restarts) {
            var place = 0;
            var fruitless = 0;
            for (var round = 0; round < MOST_ROUNDS && fruitless < 30; round++) {
                if (place == topic.size()) {
                    if (gap == null) {
                        return;
                    }
                    place = 0;
                    fruitless = fruitless + 1;
                }
                var end = Math.min(topic.size(), place + 1 + random.nextInt(4));
                fruitless = take(place, end) ? 0 : fruitless;
                place = end;
                if (random.nextDouble() < restarts) {
                    gap = null;
                    place = (int) progress.offset();
                }
            }
        }

        private boolean take(int from, int to) {
            var arrivals = new ArrayList<Arrival>();
            for (var i = from; i < to; i++) {
                arrivals.add(arrival(topic.get(i), i));
            }
            var news = progress.next(arrivals);
            if (!news.isEmpty()) {
                progress = progress.after(arrivals, gap == null ? 0 : gap.highest());
                news.forEach(revision -> taken.add(revision.sequence()));
            }
            gap = SequenceGap.after(gap, progress.sequence(), arrivals, NOW);
            return !news.isEmpty();
        }
    }
}
