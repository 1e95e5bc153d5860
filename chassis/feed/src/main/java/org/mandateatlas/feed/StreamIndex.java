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

/** A sparse index of a stream and its topic: the last sequence, offsets, recorded times and the number of events by day. */
final class StreamIndex {

    private static final int STEP = 64;

    private final List<Mark> marks = new ArrayList<>();
    private final SortedMap<LocalDate, Long> days = new TreeMap<>();
    private long last;
    private long nextOffset;
    private @Nullable Instant newest;

    /** Adds the next event with its offset. */
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

    /** Records that an earlier event has another offset, which is lower when its topic was created again. */
    synchronized void move(long sequence, long offset) {
        int mark = (int) ((sequence - 1) / STEP);
        if ((sequence - 1) % STEP == 0 && offset < marks.get(mark).offset()) {
            marks.set(mark, new Mark(sequence, offset, marks.get(mark).recordedAt()));
        }
    }

    /** Records that the topic has been read up to an offset. */
    synchronized void readTo(long offset) {
        nextOffset = offset;
    }

    /** Returns the sequence of the last event; 0 for none. */
    synchronized long last() {
        return last;
    }

    /** Returns the next offset to read. */
    synchronized long nextOffset() {
        return nextOffset;
    }

    /** Returns an offset at or shortly before an event. */
    synchronized long offsetBefore(long sequence) {
        return marks.isEmpty() ? 0 : marks.get((int) ((sequence - 1) / STEP)).offset();
    }

    /** Returns a sequence shortly before the instant, up to which every event was recorded before it. */
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

    /** Returns the summary of the stream. */
    synchronized StreamSummary summary() {
        return new StreamSummary(
                last,
                marks.isEmpty() ? null : marks.getFirst().recordedAt(),
                newest,
                Collections.unmodifiableMap(new TreeMap<>(days)));
    }

    private record Mark(long sequence, long offset, Instant recordedAt) {}
}
