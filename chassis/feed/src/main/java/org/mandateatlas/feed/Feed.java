package org.mandateatlas.feed;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.SortedMap;
import org.mandateatlas.base.position.Position;

/** One feed of all streams. The position is the only state of a reader. */
public interface Feed {

    /**
     * Reads the events after a position, recent ones from memory and older ones from Kafka.
     *
     * @param after the position; streams that it does not contain are read from their beginning
     * @param limit maximum number of events
     * @return fails with a {@link org.mandateatlas.base.problem.ProblemException} (503) while events are unavailable
     */
    Future<EventBatch> read(Position after, int limit);

    /** Returns whether every event from before the start has been read; until then, reads fail. */
    boolean isReady();

    /**
     * Returns the position after the last event.
     *
     * @throws org.mandateatlas.base.problem.ProblemException (503) until every event from before the start has been read
     */
    Position head();

    /**
     * Returns a position shortly before an instant: every event up to it was recorded before the instant, and some events after it
     * may have been recorded before the instant too.
     */
    Position before(Instant instant);

    /** Returns the summary of each stream, by name. */
    SortedMap<String, StreamSummary> summary();

    /**
     * Registers a listener that is called when new events have arrived and when the feed becomes ready, on any thread; it must not
     * block.
     *
     * @return removes the listener
     */
    Runnable onEvents(Runnable listener);
}
