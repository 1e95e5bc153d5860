package org.mandateatlas.gateway.changes;

import io.quarkus.logging.Log;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.Problem;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.feed.EventBatch;
import org.mandateatlas.feed.EventBatch.Entry;
import org.mandateatlas.feed.Feed;

/**
 * One live stream. It sends events as fast as the client reads them; its state is its position and what is left of the last batch. All
 * methods run on the event loop of the connection.
 */
final class LiveStream {

    private static final int BATCH = 64;
    private static final int WRITE_BYTES = 16 * 1024;
    private static final int BATCHES_PER_TURN = 32;
    private static final long CLOSE_DELAY_MILLIS = 10_000;

    private final RoutingContext context;
    private final HttpServerResponse response;
    private final Context eventLoop;
    private final Feed feed;
    private final StartPositions starts;
    private final EventFrames frames;
    private final ChangesConfig config;
    private final ChangesRequest request;
    private @Nullable Position position;
    private Iterator<Entry> unsent = Collections.emptyIterator();
    private boolean atEnd;
    private boolean reading;
    private boolean ended;
    private long fullSince;

    LiveStream(
            RoutingContext context,
            Feed feed,
            StartPositions starts,
            EventFrames frames,
            ChangesConfig config,
            ChangesRequest request,
            @Nullable Position start) {
        this.context = context;
        this.response = context.response();
        this.eventLoop = VertxContext.getRootContext(context.vertx().getOrCreateContext());
        this.feed = feed;
        this.starts = starts;
        this.frames = frames;
        this.config = config;
        this.request = request;
        this.position = start;
    }

    Context eventLoop() {
        return eventLoop;
    }

    /** Opens the stream at once, also before the feed is ready: browsers do not retry after an error. */
    void open(Runnable onEnd) {
        response.setChunked(true)
                .setWriteQueueMaxSize((int) config.readerQueue().asLongValue())
                .putHeader("Content-Type", "text/event-stream;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        if (position != null) {
            response.putHeader(Position.HEADER, position.toString());
        }
        // The queue may drain during a write, which is completed first.
        response.drainHandler(drained -> eventLoop.runOnContext(now -> {
            fullSince = 0;
            readOn();
        }));
        context.addEndHandler(end -> {
            ended = true;
            onEnd.run();
        });
        response.write(EventFrames.opening());
        readOn();
    }

    /** Sends the events that are available, until the client reads no more. */
    void readOn() {
        for (int turn = 0; turn < BATCHES_PER_TURN; turn++) {
            if (ended || reading || isFull()) {
                return;
            }
            if (position == null) {
                start();
                return;
            }
            if (unsent.hasNext()) {
                if (!sendOn()) {
                    return;
                }
                continue;
            }
            Future<EventBatch> next = feed.read(position, BATCH);
            if (!next.isComplete()) {
                reading = true;
                next.onComplete(batch -> eventLoop.runOnContext(now -> {
                    reading = false;
                    if (batch.failed()) {
                        Log.debugf(batch.cause(), "A live stream waits");
                    } else if (send(batch.result())) {
                        readOn();
                    }
                }));
                return;
            }
            if (next.failed() || !send(next.result())) {
                return;
            }
        }
        eventLoop.runOnContext(now -> readOn());
    }

    private void start() {
        if (!feed.isReady()) {
            return;
        }
        reading = true;
        starts.resolve(request.start())
                .onComplete(start -> eventLoop.runOnContext(now -> {
                    reading = false;
                    if (start.succeeded()) {
                        position = start.result();
                        readOn();
                    } else if (!ended
                            && start.cause() instanceof ProblemException problem
                            && problem.type() != ProblemType.FEED_UNAVAILABLE) {
                        end(EventFrames.cutOff(problem.problem()));
                    }
                }));
    }

    private boolean send(EventBatch batch) {
        unsent = batch.entries().iterator();
        atEnd = batch.atEnd();
        return sendOn();
    }

    /** Writes the matching events of the batch until the client has no room, several at once, and returns whether more may follow. */
    private boolean sendOn() {
        Buffer some = Buffer.buffer();
        while (unsent.hasNext() && !ended && !isFull()) {
            Entry entry = unsent.next();
            position = entry.position();
            if (request.includes(entry)) {
                some.appendBuffer(frames.of(entry));
            }
            if (some.length() >= WRITE_BYTES) {
                write(some);
                some = Buffer.buffer();
            }
        }
        write(some);
        return !unsent.hasNext() && !atEnd;
    }

    private void write(Buffer some) {
        if (some.length() > 0 && !ended) {
            response.write(some);
        }
    }

    private boolean isFull() {
        if (!response.writeQueueFull()) {
            return false;
        }
        if (fullSince == 0) {
            fullSince = System.nanoTime();
        }
        return true;
    }

    /** Sends a heartbeat, retries failed reads, and disconnects a client that has read nothing for too long. */
    void sendHeartbeat() {
        if (ended) {
            return;
        }
        if (!isFull()) {
            response.write(EventFrames.heartbeat());
            readOn();
        } else if (position != null
                && System.nanoTime() - fullSince > config.patience().toNanos()) {
            end(EventFrames.cutOff(
                    position,
                    Problem.of(
                            ProblemType.READER_TOO_SLOW,
                            "The client read nothing for " + config.patience().toSeconds()
                                    + " s. Continue after the id of this event, with Last-Event-ID or after.")));
        }
    }

    /** Ends the stream because the gateway stops. The client continues at another gateway, or at this one when it is back. */
    void stop() {
        if (!ended) {
            var problem = Problem.of(
                    ProblemType.FEED_UNAVAILABLE,
                    "The gateway stops. Continue after the id of the last event, with Last-Event-ID or after.");
            end(position == null ? EventFrames.cutOff(problem) : EventFrames.cutOff(position, problem));
        }
    }

    private void end(Buffer last) {
        ended = true;
        response.end(last);
        context.vertx()
                .setTimer(
                        CLOSE_DELAY_MILLIS, id -> context.request().connection().close());
    }
}
