package org.mandateatlas.replication;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.replication.ReplicaRepository.Arrival;

/**
 * A place in a stream where a revision is missing.
 *
 * @param expected the sequence that should have come
 * @param found the sequence that came instead
 * @param highest the highest sequence that came too early so far; the gap is closed when all up to there have been taken in
 * @param since when that was first seen
 */
record Gap(long expected, long found, long highest, Instant since) {

    /**
     * Returns the gap that there is once a stream has been read so far.
     *
     * @param known the gap that there was; null for none
     * @param reached the last revision taken in
     * @param arrivals what came last
     */
    static @Nullable Gap after(@Nullable Gap known, long reached, List<Arrival> arrivals, Instant now) {
        var early = arrivals.stream()
                .mapToLong(arrival -> arrival.revision().sequence())
                .filter(sequence -> sequence > reached)
                .toArray();
        var highest = Math.max(
                known == null ? 0 : known.highest, LongStream.of(early).max().orElse(0));
        if (highest <= reached) {
            return null;
        }
        if (known != null && known.expected == reached + 1) {
            return new Gap(known.expected, known.found, highest, known.since);
        }
        return new Gap(reached + 1, early.length == 0 ? highest : early[0], highest, now);
    }

    @Override
    public String toString() {
        return "expected " + expected + " and found " + found + ", first at " + since;
    }
}
