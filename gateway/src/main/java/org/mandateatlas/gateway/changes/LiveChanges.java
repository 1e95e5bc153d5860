package org.mandateatlas.gateway.changes;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.feed.Feed;

/** All open streams: told together, event loop by event loop, when there is something new. */
@Singleton
class LiveChanges {

    private final Feed feed;
    private final Frames frames;
    private final ChangesConfig config;
    private final Vertx vertx;
    private final Map<Context, Crowd> crowds = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Runnable stopListening;
    private final long timer;

    LiveChanges(Feed feed, Frames frames, ChangesConfig config, Vertx vertx, MeterRegistry meters) {
        this.feed = feed;
        this.frames = frames;
        this.config = config;
        this.vertx = vertx;
        this.stopListening = feed.onNews(() -> crowds.values().forEach(Crowd::tell));
        this.timer = vertx.setPeriodic(
                config.heartbeat().toMillis(), id -> crowds.values().forEach(Crowd::beat));
        meters.gauge("atlas.changes.streams", open);
    }

    @PreDestroy
    void close() {
        stopListening.run();
        vertx.cancelTimer(timer);
    }

    /** Opens a stream. */
    void open(RoutingContext context, ChangesRequest request) {
        if (open.incrementAndGet() > config.streams()) {
            open.decrementAndGet();
            context.response().putHeader("Retry-After", "30");
            ProblemResponse.send(
                    context,
                    ProblemType.TOO_MANY_STREAMS,
                    "All " + config.streams() + " streams that may be open at once are open.");
            return;
        }
        var reader = new LiveReader(context, feed, frames, request, config);
        Crowd crowd = crowds.computeIfAbsent(reader.eventLoop(), Crowd::new);
        crowd.readers.add(reader);
        reader.begin(() -> {
            if (crowd.readers.remove(reader)) {
                open.decrementAndGet();
            }
        });
    }

    /** The readers of one event loop. */
    private static final class Crowd {

        private final Context eventLoop;
        private final Set<LiveReader> readers = ConcurrentHashMap.newKeySet();
        private final AtomicBoolean told = new AtomicBoolean();

        Crowd(Context eventLoop) {
            this.eventLoop = eventLoop;
        }

        /** News that comes while they have not yet heard of earlier news is the same to them. */
        void tell() {
            if (told.compareAndSet(false, true)) {
                eventLoop.runOnContext(now -> {
                    told.set(false);
                    readers.forEach(LiveReader::readOn);
                });
            }
        }

        void beat() {
            eventLoop.runOnContext(now -> readers.forEach(LiveReader::beat));
        }
    }
}
