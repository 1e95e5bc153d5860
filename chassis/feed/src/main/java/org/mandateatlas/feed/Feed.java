package org.mandateatlas.feed;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.SortedMap;
import org.mandateatlas.base.position.Position;

/** One feed of all streams. Whoever reads remembers the position that it has read to; there is nothing else to remember. */
public interface Feed {

    /**
     * Reads what comes after a position, from memory where it is recent and else from Kafka.
     *
     * @param after where to begin; streams that it does not name are read from their beginning
     * @param limit the most events
     * @return fails with a {@link org.mandateatlas.base.problem.ProblemException} (503) while the events cannot be had
     */
    Future<EventBatch> read(Position after, int limit);

    /**
     * Returns how far the feed goes now.
     *
     * @throws org.mandateatlas.base.problem.ProblemException (503) until all has been read that there was at the start
     */
    Position head();

    /**
     * Returns a position before which all was recorded before the instant, and which is not far from it: what was recorded
     * earlier may still follow, before what was recorded at the instant.
     */
    Position before(Instant instant);

    /** Returns what each stream has, by the name of the stream. */
    SortedMap<String, StreamSummary> summary();

    /**
     * Tells a reader, from then on, each time that there is something new; it does so on no particular thread, and what it calls
     * must not wait.
     *
     * @return ends that
     */
    Runnable onNews(Runnable reader);
}
