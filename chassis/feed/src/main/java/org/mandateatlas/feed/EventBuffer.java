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
    private @Nullable Memory lastRead;

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
        Memory memory = lastRead;
        if (memory != null && memory.limit == limit && memory.after.equals(after)) {
            return memory.slice;
        }
        var heads = new PriorityQueue<NextEvent>();
        for (Map.Entry<String, Recent> stream : streams.entrySet()) {
            long next = after.of(stream.getKey()) + 1;
            Recent recent = stream.getValue();
            if (next > recent.last) {
                continue;
            }
            if (next < recent.first()) {
                return null;
            }
            heads.add(new NextEvent(recent, recent.get(next)));
        }
        var entries = new ArrayList<Entry>();
        Position position = after;
        while (entries.size() < limit && !heads.isEmpty()) {
            NextEvent first = heads.remove();
            position = position.with(first.event.stream(), first.event.sequence());
            entries.add(new Entry(first.event, position));
            if (first.event.sequence() < first.stream.last) {
                heads.add(new NextEvent(first.stream, first.stream.get(first.event.sequence() + 1)));
            }
        }
        var slice = new EventBatch(List.copyOf(entries), position, heads.isEmpty());
        lastRead = new Memory(after, limit, slice);
        return slice;
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
                        (NextEvent head) -> head.event.recordedAt())
                .thenComparing(head -> head.event.stream());

        @Override
        public int compareTo(NextEvent other) {
            return ORDER.compare(this, other);
        }
    }

    private record Memory(Position after, int limit, EventBatch slice) {}
}
