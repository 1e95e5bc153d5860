package org.mandateatlas.gateway.changes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;

/**
 * Where a reader starts: after a position, at an instant, or at the end of the feed if both are null.
 *
 * @param after the position
 * @param since the instant from which on changes were recorded
 * @param isLastEvent whether the position is that of {@code Last-Event-ID}
 */
record FeedStart(@Nullable Position after, @Nullable Instant since, boolean isLastEvent) {

    static final FeedStart FROM_NOW = new FeedStart(null, null, false);

    static FeedStart after(Position position) {
        return new FeedStart(position, null, false);
    }

    static FeedStart afterLastEvent(Position position) {
        return new FeedStart(position, null, true);
    }

    static FeedStart since(Instant instant) {
        return new FeedStart(null, instant, false);
    }

    /** Returns the exception for an invalid position, which names the parameter or header. */
    ProblemException problem(String detail) {
        return isLastEvent
                ? ProblemException.header("Last-Event-ID", detail)
                : ProblemException.parameter("after", detail);
    }
}
