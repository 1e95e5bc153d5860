package org.mandateatlas.feed;

import java.util.concurrent.atomic.AtomicLong;

/** The last known sequence of a stream and its invalidation epoch; both only increase. */
public final class StreamPosition {

    private final AtomicLong sequence = new AtomicLong();
    private final AtomicLong epoch = new AtomicLong();

    StreamPosition() {}

    /** Returns the last known sequence; 0 for none. */
    public long sequence() {
        return sequence.get();
    }

    /** Returns how often the stream has been invalidated. */
    public long epoch() {
        return epoch.get();
    }

    void advance(long reached) {
        if (sequence.get() < reached) {
            sequence.accumulateAndGet(reached, Math::max);
        }
    }

    void invalidate() {
        epoch.incrementAndGet();
    }
}
