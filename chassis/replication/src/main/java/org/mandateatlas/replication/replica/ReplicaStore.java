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
import org.mandateatlas.replication.ReplicationProgress;

/**
 * The logs in memory. Every request first reads the new revisions from the database, so that all replicas respond equally and
 * clients read their own writes.
 */
public final class ReplicaStore {

    private static final int CHUNK = 1000;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration REFRESH_INTERVAL = Duration.ofSeconds(1);

    private final LogRepository log;
    private final ReplicationProgress progress;
    private final List<VersionedState<?>> states;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile @Nullable Thread reader;

    /** Creates a store of the given streams. */
    public ReplicaStore(LogRepository log, ReplicationProgress progress, VersionedState<?>... states) {
        this.log = log;
        this.progress = progress;
        this.states = List.of(states);
    }

    /** Reads new revisions and returns the position reached. */
    private Position refresh() {
        var ends = log.lastSequences();
        if (isBehind(ends)) {
            lock.writeLock().lock();
            try {
                states.forEach(state -> refresh(state, ends.getOrDefault(state.stream(), 0L)));
            } finally {
                lock.writeLock().unlock();
            }
        }
        return at();
    }

    /** Starts a background refresh, so that a request after many changes need not read all of them. */
    public void start() {
        reader = Thread.ofVirtual().name("replica-store").start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    refresh();
                } catch (IllegalStateException e) {
                    // the database is unavailable; the next request reports it
                }
                pause(REFRESH_INTERVAL);
            }
        });
    }

    /** Stops the background refresh. */
    public void stop() {
        var reading = reader;
        if (reading != null) {
            reading.interrupt();
        }
    }

    /**
     * Waits until replication has reached a position, for as long as an event may be on its way. The database is read before and
     * after waiting only.
     *
     * @return the requested position
     * @throws ProblemException 400 if the position is beyond the end of a stream of this service, 503 if replication has not
     *     reached it
     */
    public Position awaitPosition(Position wanted) {
        var reached = refresh();
        var missing = missing(wanted, reached);
        if (missing.isEmpty()) {
            return wanted;
        }
        for (var stream : missing) {
            if (!progress.isReplicated(stream)) {
                throw ProblemException.parameter(
                        "position", "is beyond the end of stream " + stream + ", which is at " + reached.of(stream));
            }
        }
        var end = System.nanoTime() + TIMEOUT.toNanos();
        missing.forEach(stream -> progress.await(stream, wanted.of(stream), Duration.ofNanos(end - System.nanoTime())));
        reached = refresh();
        missing = missing(wanted, reached);
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    ProblemType.SERVICE_UNAVAILABLE,
                    "Stream " + missing.getFirst() + " has been replicated up to " + reached.of(missing.getFirst())
                            + "; the requested position is beyond that.");
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

    private boolean isBehind(Map<String, Long> ends) {
        lock.readLock().lock();
        try {
            return states.stream().anyMatch(state -> state.sequence() < ends.getOrDefault(state.stream(), 0L));
        } finally {
            lock.readLock().unlock();
        }
    }

    private void refresh(VersionedState<?> state, long end) {
        while (state.sequence() < end) {
            var upTo = Math.min(end, state.sequence() + CHUNK);
            log.between(state.stream(), state.sequence(), upTo).forEach(state::add);
        }
    }

    private Position at() {
        lock.readLock().lock();
        try {
            var at = new TreeMap<String, Long>();
            states.forEach(state -> at.put(state.stream(), state.sequence()));
            return Position.of(at);
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Reads the state at a position.
     *
     * @param wanted the last sequence of each stream to include; all revisions of streams that are not named
     * @param knownAt the record time by which revisions must have been recorded, or null
     * @param reading reads the states at the position
     */
    public <K> K read(Position wanted, @Nullable Instant knownAt, Function<Position, K> reading) {
        lock.readLock().lock();
        try {
            var at = new TreeMap<String, Long>();
            for (var state : states) {
                var last =
                        Math.min(state.sequence(), wanted.sequences().getOrDefault(state.stream(), state.sequence()));
                at.put(state.stream(), knownAt == null ? last : Math.min(last, state.sequenceAt(knownAt)));
            }
            return reading.apply(Position.of(at));
        } finally {
            lock.readLock().unlock();
        }
    }
}
