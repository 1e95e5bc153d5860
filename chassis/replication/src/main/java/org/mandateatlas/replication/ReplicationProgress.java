package org.mandateatlas.replication;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** The progress of replication in this process, which requests can wait for without reading the database. */
@Singleton
public class ReplicationProgress {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advance = lock.newCondition();
    private final Map<String, Long> sequences = new HashMap<>();
    private long advances;

    /** Records the replicated sequence of a stream. */
    void advanceTo(String stream, long sequence) {
        lock.lock();
        try {
            sequences.put(stream, sequence);
            advances++;
            advance.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether the stream is replicated, and not one of this service. */
    public boolean isReplicated(String stream) {
        lock.lock();
        try {
            return sequences.containsKey(stream);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the stream has been replicated up to the sequence; returns whether it has in time. */
    public boolean await(String stream, long sequence, Duration timeout) {
        return await(() -> sequences.getOrDefault(stream, 0L) >= sequence, timeout);
    }

    /** Returns how often any stream has advanced. */
    long advances() {
        lock.lock();
        try {
            return advances;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until any stream has advanced more often than that; returns whether one has in time. */
    boolean awaitAdvance(long before, Duration timeout) {
        return await(() -> advances > before, timeout);
    }

    private boolean await(BooleanSupplier condition, Duration timeout) {
        lock.lock();
        try {
            var nanos = timeout.toNanos();
            while (!condition.getAsBoolean()) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = advance.awaitNanos(nanos);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
