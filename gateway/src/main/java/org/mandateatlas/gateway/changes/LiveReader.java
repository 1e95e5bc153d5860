package org.mandateatlas.gateway.changes;

import io.quarkus.logging.Log;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.Problem;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.feed.EventBatch;
import org.mandateatlas.feed.EventBatch.Entry;
import org.mandateatlas.feed.Feed;

/**
 * One open stream. Its reader is given what comes as fast as it takes it, and nothing is kept for it: where it is in
 * the feed is all
 * there is to it. Everything happens on the event loop of its connection.
 */
final class LiveReader {

    private static final int LEAST = 64;
    private static final int MOST = 512;
    private static final int SLICES_A_TURN = 32;
    private static final long FAREWELL_MILLIS = 10_000;

    private final RoutingContext context;
    private final HttpServerResponse response;
    private final Context eventLoop;
    private final Feed feed;
    private final Frames frames;
    private final ChangesRequest request;
    private final ChangesConfig config;
    private Position position;
    private int limit = LEAST;
    private boolean reading;
    private boolean ended;
    private long waitingSince;

    LiveReader(RoutingContext context, Feed feed, Frames frames, ChangesRequest request, ChangesConfig config) {
        this.context = context;
        this.response = context.response();
        this.eventLoop = VertxContext.getRootContext(context.vertx().getOrCreateContext());
        this.feed = feed;
        this.frames = frames;
        this.request = request;
        this.config = config;
        this.position = request.after();
    }

    Context eventLoop() {
        return eventLoop;
    }

    void begin(Runnable whenOver) {
        response.setChunked(true)
                .setWriteQueueMaxSize((int) config.readerQueue().asLongValue())
                .putHeader("Content-Type", "text/event-stream;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        // It may drain in the middle of a write; whatever is being given then is given to its end first.
        response.drainHandler(drained -> eventLoop.runOnContext(now -> {
            waitingSince = 0;
            readOn();
        }));
        context.addEndHandler(end -> over(whenOver));
        response.write(Frames.beginning(position));
        readOn();
    }

    private void over(Runnable whenOver) {
        ended = true;
        whenOver.run();
    }

    /** Gives the reader what there is, until it takes no more or there is no more. */
    void readOn() {
        for (int turn = 0; turn < SLICES_A_TURN; turn++) {
            if (ended || reading || isFull()) {
                return;
            }
            Future<EventBatch> next = feed.read(position, limit);
            if (!next.isComplete()) {
                reading = true;
                next.onComplete(slice -> eventLoop.runOnContext(now -> {
                    reading = false;
                    if (slice.failed()) {
                        Log.debugf(slice.cause(), "A stream of changes waits");
                    } else if (give(slice.result())) {
                        readOn();
                    }
                }));
                return;
            }
            if (next.failed() || !give(next.result())) {
                return;
            }
        }
        eventLoop.runOnContext(now -> readOn());
    }

    /**
     * Writes the matching events of a batch; returns whether more may follow. A reader without a filter receives more
     * at a time.
     */
    private boolean give(EventBatch slice) {
        for (Entry entry : slice.entries()) {
            if (ended || isFull()) {
                limit = LEAST;
                return false;
            }
            position = entry.position();
            if (request.includes(entry)) {
                response.write(frames.of(entry));
            }
        }
        limit = slice.atEnd() ? LEAST : Math.min(MOST, limit * 2);
        return !slice.atEnd();
    }

    private boolean isFull() {
        if (!response.writeQueueFull()) {
            return false;
        }
        if (waitingSince == 0) {
            waitingSince = System.nanoTime();
        }
        return true;
    }

    /** Sends a heartbeat, retries failures, and disconnects a client that has read nothing for too long. */
    void beat() {
        if (ended) {
            return;
        }
        if (!isFull()) {
            response.write(Frames.heartbeat(position));
            readOn();
        } else if (System.nanoTime() - waitingSince > config.patience().toNanos()) {
            cutOff();
        }
    }

    private void cutOff() {
        ended = true;
        response.end(Frames.ending(
                position,
                Problem.of(
                        ProblemType.READER_TOO_SLOW,
                        "Nothing was taken for " + config.patience().toSeconds()
                                + " s. Go on from the id of this event, with Last-Event-ID or after.")));
        context.vertx()
                .setTimer(FAREWELL_MILLIS, id -> context.request().connection().close());
    }
}
