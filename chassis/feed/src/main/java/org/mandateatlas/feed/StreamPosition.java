package org.mandateatlas.feed;

import java.util.concurrent.atomic.AtomicLong;

/** How far one stream is known to go, and its fence; both only ever move forward. */
public final class StreamPosition {

    private final AtomicLong sequence = new AtomicLong();
    private final AtomicLong fence = new AtomicLong();

    StreamPosition() {}

    /** Returns how far the stream is known to go; 0 when nothing is known. */
    public long sequence() {
        return sequence.get();
    }

    /** Returns how often the fence has moved. */
    public long fence() {
        return fence.get();
    }

    void advance(long reached) {
        if (sequence.get() < reached) {
            sequence.accumulateAndGet(reached, Math::max);
        }
    }

    void moveFence() {
        fence.incrementAndGet();
    }
}
