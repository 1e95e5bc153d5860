package org.mandateatlas.feed;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mandateatlas.base.position.Position;

/**
 * How far each stream is known to go: the highest sequence that an event, a write passing through, or any answer has told of.
 * Besides, each stream has a fence, which moves when it may go further by an unknown amount, as after a write whose answer was
 * lost. An answer that was fetched before its fence moved, or that reflects less than is known, is old.
 */
@Singleton
public class StreamPositions {

    private final Map<String, StreamPosition> all = new ConcurrentHashMap<>();
    private volatile long liveUntilNanos = System.nanoTime() - 1;

    /** Takes note that a stream goes at least that far. */
    public void advance(String stream, long sequence) {
        head(stream).advance(sequence);
    }

    /** Takes note that the streams go at least as far as the position says. */
    public void advance(Position position) {
        position.sequences().forEach(this::advance);
    }

    /** Takes note that a stream may go further by now than anybody has said. */
    public void fence(String stream) {
        head(stream).moveFence();
    }

    /** Returns how far a stream is known to go; 0 when nothing is known. */
    public long of(String stream) {
        return head(stream).sequence();
    }

    /** Returns how often a stream's fence has moved. */
    public long fenceOf(String stream) {
        return head(stream).fence();
    }

    /** Returns the head of a stream, which goes on telling how far that goes. */
    public StreamPosition head(String stream) {
        StreamPosition known = all.get(stream);
        return known == null ? all.computeIfAbsent(stream, name -> new StreamPosition()) : known;
    }

    /** Returns the heads of the streams of which anything is known, by name. */
    public Map<String, StreamPosition> all() {
        return Collections.unmodifiableMap(all);
    }

    /** Takes note that events arrive: the event stream counts as live for that long from an earlier point of {@link System#nanoTime()}. */
    public void live(long sinceNanos, long forNanos) {
        liveUntilNanos = sinceNanos + forNanos;
    }

    /** Takes note that events do not arrive for now. */
    public void cutOff() {
        liveUntilNanos = System.nanoTime() - 1;
    }

    /** Tells whether events arrive, so that no stream has gone further than is known here without that being told in a moment. */
    public boolean isLive() {
        return System.nanoTime() - liveUntilNanos < 0;
    }
}
