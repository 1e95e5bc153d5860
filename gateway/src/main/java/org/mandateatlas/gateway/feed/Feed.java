package org.mandateatlas.gateway.feed;

import io.vertx.core.Future;
import org.mandateatlas.gateway.position.Position;

/** One feed of all streams. Whoever reads remembers the position that it has read to; there is nothing else to remember. */
public interface Feed {

    /**
     * Reads what comes after a position, from memory where it is recent and else from Kafka.
     *
     * @param after where to begin; streams that it does not name are read from their beginning
     * @param limit the most events
     * @return fails with a {@link org.mandateatlas.gateway.problem.ProblemException} (503) while the events cannot be had
     */
    Future<Slice> read(Position after, int limit);

    /** Returns how far the feed goes now. */
    Position head();

    /**
     * Tells a reader, from then on, each time that there is something new; it does so on no particular thread, and what it calls
     * must not wait.
     *
     * @return ends that
     */
    Runnable onNews(Runnable reader);
}
