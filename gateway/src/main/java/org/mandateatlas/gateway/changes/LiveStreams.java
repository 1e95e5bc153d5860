package org.mandateatlas.gateway.changes;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.edge.ClientConcurrency;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.gateway.security.Caller;

/** All open live streams, which are notified of new events together, once per event loop. */
@Singleton
class LiveStreams {

    private final Feed feed;
    private final StartPositions starts;
    private final EventFrames frames;
    private final ChangesConfig config;
    private final Vertx vertx;
    private final Map<Context, StreamGroup> groups = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final ClientConcurrency perClient;
    private final Runnable stopListening;
    private final long timer;
    private volatile boolean ending;

    LiveStreams(
            Feed feed,
            StartPositions starts,
            EventFrames frames,
            ChangesConfig config,
            Vertx vertx,
            MeterRegistry meters) {
        this.feed = feed;
        this.starts = starts;
        this.frames = frames;
        this.config = config;
        this.perClient = new ClientConcurrency(config.streamsPerClient());
        this.vertx = vertx;
        this.stopListening = feed.onEvents(() -> groups.values().forEach(StreamGroup::notifyStreams));
        this.timer = vertx.setPeriodic(
                config.heartbeat().toMillis(), id -> groups.values().forEach(StreamGroup::sendHeartbeats));
        meters.gauge("atlas.changes.streams", open);
    }

    @PreDestroy
    void close() {
        stopListening.run();
        vertx.cancelTimer(timer);
    }

    /** Ends all streams, before the process waits for requests in progress. */
    void end(@Observes ShutdownDelayInitiatedEvent event) {
        ending = true;
        groups.values().forEach(StreamGroup::end);
    }

    /**
     * Opens a stream, unless the client has disconnected while the start position was awaited.
     *
     * @param start the start position; null if it is not known before the feed is ready
     */
    void open(RoutingContext context, ChangesRequest request, @Nullable Position start) {
        if (context.response().closed()) {
            return;
        }
        String client = Caller.client(context);
        if (!perClient.begin(client)) {
            refuse(
                    context,
                    ProblemType.TOO_MANY_REQUESTS,
                    "A client may have " + config.streamsPerClient() + " live streams at the same time.");
            return;
        }
        if (open.incrementAndGet() > config.streams()) {
            open.decrementAndGet();
            perClient.end(client);
            refuse(
                    context,
                    ProblemType.TOO_MANY_STREAMS,
                    "The maximum of " + config.streams() + " live streams is reached.");
            return;
        }
        var stream = new LiveStream(context, feed, starts, frames, config, request, start);
        var group = groups.computeIfAbsent(stream.eventLoop(), StreamGroup::new);
        group.streams.add(stream);
        stream.open(() -> {
            if (group.streams.remove(stream)) {
                open.decrementAndGet();
                perClient.end(client);
            }
        });
        if (ending) {
            group.end();
        }
    }

    private static void refuse(RoutingContext context, ProblemType type, String detail) {
        context.response().putHeader("Retry-After", "30");
        ProblemResponse.send(context, type, detail);
    }

    /** The streams of one event loop. */
    private static final class StreamGroup {

        private final Context eventLoop;
        private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
        private final AtomicBoolean notified = new AtomicBoolean();

        StreamGroup(Context eventLoop) {
            this.eventLoop = eventLoop;
        }

        /** Notifies the streams unless an earlier notification is still pending. */
        void notifyStreams() {
            if (notified.compareAndSet(false, true)) {
                eventLoop.runOnContext(now -> {
                    notified.set(false);
                    streams.forEach(LiveStream::readOn);
                });
            }
        }

        void end() {
            eventLoop.runOnContext(now -> streams.forEach(LiveStream::stop));
        }

        void sendHeartbeats() {
            eventLoop.runOnContext(now -> streams.forEach(LiveStream::sendHeartbeat));
        }
    }
}
