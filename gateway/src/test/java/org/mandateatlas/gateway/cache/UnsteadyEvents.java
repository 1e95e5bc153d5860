package org.mandateatlas.gateway.cache;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.mandateatlas.feed.StreamPositions;

/** The way of the events to the gateway: in order, each late by chance, and every now and then none for a while. */
final class UnsteadyEvents implements AutoCloseable {

    private static final int LATE_MILLIS = 30;

    private final StreamPositions positions;
    private final String stream;
    private final BlockingQueue<Long> sent = new LinkedBlockingQueue<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private final Thread thread = Thread.ofPlatform().unstarted(this::carry);
    private volatile long arrived;
    private volatile boolean closed;

    UnsteadyEvents(StreamPositions positions, String stream) {
        this.positions = positions;
        this.stream = stream;
    }

    void begin() {
        positions.live(System.nanoTime(), TimeUnit.HOURS.toNanos(1));
        thread.start();
    }

    void send(long sequence) {
        sent.add(sequence);
    }

    /** Returns the last sequence that has arrived. */
    long arrived() {
        return arrived;
    }

    int cuts() {
        return cuts.get();
    }

    private void carry() {
        while (!closed) {
            if (UnsteadyUpstream.chance() < 4) {
                cutOff();
            }
            arrive();
        }
    }

    /** Events count as arriving again once those have arrived that were sent meanwhile. */
    private void cutOff() {
        positions.cutOff();
        cuts.incrementAndGet();
        UnsteadyUpstream.pause(100);
        while (!sent.isEmpty()) {
            arrive();
        }
        positions.live(System.nanoTime(), TimeUnit.HOURS.toNanos(1));
    }

    private void arrive() {
        try {
            Long sequence = sent.poll(20, TimeUnit.MILLISECONDS);
            if (sequence != null) {
                UnsteadyUpstream.pause(LATE_MILLIS);
                positions.advance(stream, sequence);
                arrived = sequence;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
