package org.mandateatlas.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.EventBatch.Entry;

/** A buffer of the recent events of all streams that is bounded in bytes; the oldest events are evicted first. */
final class EventBuffer {

    /** Memory of an event besides its text. */
    private static final int OVERHEAD = 512;

    private final long capacity;
    private final Map<String, Recent> streams = new HashMap<>();
    private final ArrayDeque<ChangeEvent> arrivals = new ArrayDeque<>();
    private long bytes;
    private Position head = Position.START;
    private @Nullable LastRead lastRead;

    EventBuffer(long capacity, Collection<String> streams) {
        this.capacity = capacity;
        streams.forEach(stream -> {
            this.streams.put(stream, new Recent());
            head = head.with(stream, 0);
        });
    }

    /** Adds the next event of its stream. */
    synchronized void add(ChangeEvent event) {
        Recent recent = streams.get(event.stream());
        if (recent == null || event.sequence() != recent.last + 1) {
            throw new IllegalArgumentException(event.id() + " does not come next");
        }
        recent.add(event);
        arrivals.add(event);
        bytes += weight(event);
        head = head.with(event.stream(), event.sequence());
        lastRead = null;
        while (bytes > capacity && arrivals.size() > 1) {
            ChangeEvent oldest = arrivals.remove();
            bytes -= weight(oldest);
            Objects.requireNonNull(streams.get(oldest.stream())).removeFirst();
        }
    }

    private static long weight(ChangeEvent event) {
        return (long) event.json().length() + OVERHEAD;
    }

    /** Returns the position after the last event of every stream. */
    synchronized Position head() {
        return head;
    }

    /** Returns the memory of the events in bytes. */
    synchronized long bytes() {
        return bytes;
    }

    /** Returns the number of events. */
    synchronized int size() {
        return arrivals.size();
    }

    /**
     * Returns the events after a position; null if some of them have been evicted. Readers at the same position share one batch.
     */
    synchronized @Nullable EventBatch read(Position after, int limit) {
        LastRead known = lastRead;
        if (known != null && known.limit == limit && known.after.equals(after)) {
            return known.batch;
        }
        var next = new PriorityQueue<NextEvent>();
        for (Map.Entry<String, Recent> stream : streams.entrySet()) {
            long sequence = after.of(stream.getKey()) + 1;
            Recent recent = stream.getValue();
            if (sequence > recent.last) {
                continue;
            }
            if (sequence < recent.first()) {
                return null;
            }
            next.add(new NextEvent(recent, recent.get(sequence)));
        }
        var entries = new ArrayList<Entry>();
        Position position = after;
        while (entries.size() < limit && !next.isEmpty()) {
            NextEvent first = next.remove();
            position = position.with(first.event.stream(), first.event.sequence());
            entries.add(new Entry(first.event, position));
            if (first.event.sequence() < first.stream.last) {
                next.add(new NextEvent(first.stream, first.stream.get(first.event.sequence() + 1)));
            }
        }
        var batch = new EventBatch(List.copyOf(entries), position, next.isEmpty());
        lastRead = new LastRead(after, limit, batch);
        return batch;
    }

    /** The recent events of one stream, without gaps. */
    private static final class Recent {

        private final List<ChangeEvent> events = new ArrayList<>();
        private int begin;
        private long last;

        long first() {
            return last - (events.size() - begin) + 1;
        }

        ChangeEvent get(long sequence) {
            return events.get(begin + (int) (sequence - first()));
        }

        void add(ChangeEvent event) {
            events.add(event);
            last = event.sequence();
        }

        /** Compacts the list when more than half of it is removed, so that removing is cheap on average. */
        void removeFirst() {
            events.set(begin, null);
            begin++;
            if (begin > events.size() / 2) {
                events.subList(0, begin).clear();
                begin = 0;
            }
        }
    }

    /** The next event of a stream; between streams, the event that was recorded first comes first. */
    private record NextEvent(Recent stream, ChangeEvent event) implements Comparable<NextEvent> {

        private static final Comparator<NextEvent> ORDER = Comparator.comparing(
                        (NextEvent next) -> next.event.recordedAt())
                .thenComparing(next -> next.event.stream());

        @Override
        public int compareTo(NextEvent other) {
            return ORDER.compare(this, other);
        }
    }

    private record LastRead(Position after, int limit, EventBatch batch) {}
}
