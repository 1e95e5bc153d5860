package org.mandateatlas.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of a whole stream without keeping its events: how far it goes, where in its topic to find what, and when much happened. */
final class StreamIndex {

    private static final int STEP = 64;

    private final List<Mark> marks = new ArrayList<>();
    private final SortedMap<LocalDate, Long> days = new TreeMap<>();
    private long last;
    private long nextOffset;
    private @Nullable Instant newest;

    /** Takes note of the next event and of its place in the topic. */
    synchronized void add(ChangeEvent event, long offset) {
        if (event.sequence() != last + 1) {
            throw new IllegalArgumentException(event.id() + " does not follow " + last);
        }
        if (last % STEP == 0) {
            marks.add(new Mark(event.sequence(), offset, event.recordedAt()));
        }
        last = event.sequence();
        newest = event.recordedAt();
        days.merge(LocalDate.ofInstant(event.recordedAt(), ZoneOffset.UTC), 1L, Long::sum);
    }

    /** Takes note that all that stands before a place of the topic was read. */
    synchronized void readTo(long offset) {
        nextOffset = offset;
    }

    /** Returns the sequence of the last event; 0 for none. */
    synchronized long last() {
        return last;
    }

    /** Returns where the topic is to be read on. */
    synchronized long nextOffset() {
        return nextOffset;
    }

    /** Returns a place of the topic that lies a little before an event, or at it. */
    synchronized long offsetBefore(long sequence) {
        return marks.isEmpty() ? 0 : marks.get((int) ((sequence - 1) / STEP)).offset();
    }

    /** Returns a sequence up to which all was recorded before the instant, and which is not far from it. */
    synchronized long recordedBefore(Instant instant) {
        int from = 0;
        int to = marks.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (marks.get(middle).recordedAt().isBefore(instant)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        if (from == marks.size() && newest != null && newest.isBefore(instant)) {
            return last;
        }
        return from == 0 ? 0 : marks.get(from - 1).sequence();
    }

    /** Returns what happened in the stream, day by day. */
    synchronized StreamSummary summary() {
        return new StreamSummary(
                last,
                marks.isEmpty() ? null : marks.getFirst().recordedAt(),
                newest,
                Collections.unmodifiableMap(new TreeMap<>(days)));
    }

    private record Mark(long sequence, long offset, Instant recordedAt) {}
}
