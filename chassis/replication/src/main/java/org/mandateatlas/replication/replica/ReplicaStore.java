package org.mandateatlas.replication.replica;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.replication.LogRepository;

/**
 * The logs in memory. Every question first reads on to the end of what the database holds, so replicas and restarts answer
 * alike, and what a client wrote counts in its next question.
 */
public final class ReplicaStore {

    private static final int CHUNK = 1000;
    private static final Duration STEP = Duration.ofMillis(20);
    private static final int STEPS = 100;
    private static final Duration REST = Duration.ofSeconds(1);

    private final LogRepository log;
    private final List<VersionedState<?>> histories;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile @Nullable Thread reader;

    /** Keeps some streams of the logs. */
    public ReplicaStore(LogRepository log, VersionedState<?>... histories) {
        this.log = log;
        this.histories = List.of(histories);
    }

    /** Reads on, and returns how far each stream goes then. */
    private Position readOn() {
        var heads = log.heads();
        if (behind(heads)) {
            lock.writeLock().lock();
            try {
                histories.forEach(history -> readOn(history, heads.getOrDefault(history.stream(), 0L)));
            } finally {
                lock.writeLock().unlock();
            }
        }
        return at();
    }

    /** Begins to read on by itself, so that a question after much was said need not wait for all of that. */
    public void start() {
        reader = Thread.ofVirtual().name("ledger").start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    readOn();
                } catch (IllegalStateException e) {
                    // the database is away, as the next question will tell
                }
                pause(REST);
            }
        });
    }

    /** Ends what {@link #start} began. */
    public void stop() {
        var reading = reader;
        if (reading != null) {
            reading.interrupt();
        }
    }

    /**
     * Reads on until each stream that is named goes as far as is asked, for as long as an event may be on its way.
     *
     * @return the requested position
     * @throws ProblemException 503 when a stream does not go that far yet
     */
    public Position readOnTo(Position wanted) {
        var reached = readOn();
        for (var step = 0; step < STEPS && !missing(wanted, reached).isEmpty(); step++) {
            pause(STEP);
            reached = readOn();
        }
        var missing = missing(wanted, reached);
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    ProblemType.OWNER_UNAVAILABLE,
                    "The stream " + missing.getFirst() + " has been read up to " + reached.of(missing.getFirst())
                            + " only; the position that is asked for lies beyond.");
        }
        return wanted;
    }

    private static List<String> missing(Position wanted, Position reached) {
        return wanted.sequences().entrySet().stream()
                .filter(stream -> reached.sequences().getOrDefault(stream.getKey(), Long.MAX_VALUE) < stream.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean behind(Map<String, Long> heads) {
        lock.readLock().lock();
        try {
            return histories.stream()
                    .anyMatch(history -> history.sequence() < heads.getOrDefault(history.stream(), 0L));
        } finally {
            lock.readLock().unlock();
        }
    }

    private void readOn(VersionedState<?> history, long head) {
        while (history.sequence() < head) {
            var upTo = Math.min(head, history.sequence() + CHUNK);
            log.between(history.stream(), history.sequence(), upTo).forEach(history::add);
        }
    }

    private Position at() {
        lock.readLock().lock();
        try {
            var at = new TreeMap<String, Long>();
            histories.forEach(history -> at.put(history.stream(), history.sequence()));
            return Position.of(at);
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Reads what was known at a point of the logs.
     *
     * @param wanted the last revision of each stream that is to count; all there are of a stream that is not named
     * @param knownAt the instant by which it must have been recorded; null for any
     * @param reading reads the histories at the point
     */
    public <K> K read(Position wanted, @Nullable Instant knownAt, Function<Position, K> reading) {
        lock.readLock().lock();
        try {
            var at = new TreeMap<String, Long>();
            for (var history : histories) {
                var last = Math.min(
                        history.sequence(), wanted.sequences().getOrDefault(history.stream(), history.sequence()));
                at.put(history.stream(), knownAt == null ? last : Math.min(last, history.sequenceAt(knownAt)));
            }
            return reading.apply(Position.of(at));
        } finally {
            lock.readLock().unlock();
        }
    }
}
