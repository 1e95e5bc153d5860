package org.mandateatlas.replication;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.replication.ReplicaRepository.Arrival;

/**
 * A gap in a stream: a missing revision.
 *
 * @param expected the expected sequence
 * @param found the sequence that arrived instead
 * @param highest the highest sequence that has arrived early; the gap is closed when all up to it have been applied
 * @param since when the gap was detected
 */
record SequenceGap(long expected, long found, long highest, Instant since) {

    /**
     * Returns the gap after revisions have been applied.
     *
     * @param known the previous gap, or null
     * @param reached the last applied sequence
     * @param arrivals the latest arrivals
     */
    static @Nullable SequenceGap after(@Nullable SequenceGap known, long reached, List<Arrival> arrivals, Instant now) {
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
            return new SequenceGap(known.expected, known.found, highest, known.since);
        }
        return new SequenceGap(reached + 1, early.length == 0 ? highest : early[0], highest, now);
    }

    @Override
    public String toString() {
        return "expected " + expected + ", found " + found + ", detected at " + since;
    }
}
