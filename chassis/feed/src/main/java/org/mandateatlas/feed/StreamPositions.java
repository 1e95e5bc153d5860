package org.mandateatlas.feed;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mandateatlas.base.position.Position;

/**
 * The last known sequence of each stream, from events, forwarded writes and responses. A stream is invalidated when
 * it may have grown by an unknown number of events, as after a write whose response was lost. A response that was fetched in an earlier
 * invalidation epoch, or that reflects an earlier sequence, is stale.
 */
@Singleton
public class StreamPositions {

    private final Map<String, StreamPosition> all = new ConcurrentHashMap<>();
    private volatile long liveUntilNanos = System.nanoTime() - 1;

    /** Records that a stream has at least the sequence. */
    public void advance(String stream, long sequence) {
        position(stream).advance(sequence);
    }

    /** Records that the streams have at least the sequences of the position. */
    public void advance(Position position) {
        position.sequences().forEach(this::advance);
    }

    /** Records that a stream may have grown by an unknown number of events. */
    public void invalidate(String stream) {
        position(stream).invalidate();
    }

    /** Returns the last known sequence of a stream; 0 for none. */
    public long of(String stream) {
        return position(stream).sequence();
    }

    /** Returns the invalidation epoch of a stream. */
    public long epochOf(String stream) {
        return position(stream).epoch();
    }

    /** Returns the position of a stream, which is updated. */
    public StreamPosition position(String stream) {
        StreamPosition known = all.get(stream);
        return known == null ? all.computeIfAbsent(stream, name -> new StreamPosition()) : known;
    }

    /** Returns the positions of all known streams, by name. */
    public Map<String, StreamPosition> all() {
        return Collections.unmodifiableMap(all);
    }

    /** Records that events arrive: the streams are live for a while from an earlier value of {@link System#nanoTime()}. */
    public void live(long sinceNanos, long forNanos) {
        liveUntilNanos = sinceNanos + forNanos;
    }

    /** Records that events do not arrive. */
    public void cutOff() {
        liveUntilNanos = System.nanoTime() - 1;
    }

    /** Returns whether events arrive, so that the known sequences are at most a moment old. */
    public boolean isLive() {
        return System.nanoTime() - liveUntilNanos < 0;
    }
}
