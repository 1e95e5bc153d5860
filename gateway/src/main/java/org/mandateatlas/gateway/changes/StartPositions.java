package org.mandateatlas.gateway.changes;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.feed.StreamPositions;

/**
 * Determines the position at which a reader starts. A position beyond the end would skip the events to come; that of a write which was
 * just made may still be on its way, so it is waited for.
 */
@Singleton
class StartPositions {

    private final Feed feed;
    private final StreamPositions positions;
    private final ChangesConfig config;
    private final Vertx vertx;

    StartPositions(Feed feed, StreamPositions positions, ChangesConfig config, Vertx vertx) {
        this.feed = feed;
        this.positions = positions;
        this.config = config;
        this.vertx = vertx;
    }

    /** Returns the position; fails with a {@link ProblemException} if it is beyond the end or events are unavailable. */
    Future<Position> resolve(FeedStart start) {
        try {
            var after = start.after();
            if (after != null) {
                return streamBeyondEnd(after) == null ? Future.succeededFuture(after) : await(after, start);
            }
            var since = start.since();
            return Future.succeededFuture(since == null ? feed.head() : feed.before(since));
        } catch (ProblemException e) {
            return Future.failedFuture(e);
        }
    }

    private Future<Position> await(Position after, FeedStart start) {
        Promise<Position> reached = Promise.promise();
        var caller = vertx.getOrCreateContext();
        var unsubscribe = feed.onEvents(() -> {
            if (streamBeyondEnd(after) == null) {
                caller.runOnContext(now -> reached.tryComplete(after));
            }
        });
        var timer = vertx.setTimer(
                config.positionWait().toMillis(),
                id -> Optional.ofNullable(streamBeyondEnd(after))
                        .ifPresentOrElse(
                                stream -> reached.tryFail(beyondEnd(stream, start)), () -> reached.tryComplete(after)));
        return reached.future().onComplete(done -> {
            unsubscribe.run();
            vertx.cancelTimer(timer);
        });
    }

    private @Nullable String streamBeyondEnd(Position after) {
        var head = feed.head();
        return after.sequences().entrySet().stream()
                .filter(stream -> stream.getValue() > head.of(stream.getKey()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private ProblemException beyondEnd(String stream, FeedStart start) {
        var head = feed.head();
        if (!positions.isLive()) {
            return new ProblemException(
                    ProblemType.FEED_UNAVAILABLE, "Events are temporarily unavailable. Retry with the same position.");
        }
        return start.problem("is beyond the end of the stream " + stream + ", which is at " + head.of(stream)
                        + ". Read /v1/snapshot and start after its position, or start at the end of the feed, " + head)
                .with(Position.HEADER, head.toString());
    }
}
