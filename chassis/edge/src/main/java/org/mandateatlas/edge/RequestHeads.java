package org.mandateatlas.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections on which the head of a request does not arrive in time, however steadily its bytes do. The idle timeout of the
 * server closes those on which nothing arrives.
 *
 * <p>The server has no setting for this. Each event loop therefore looks through its connections a few times per timeout.
 */
@Singleton
public class RequestHeads {

    private static final int BEFORE_ALL_OTHERS = -30_000;
    private static final int CHECKS_PER_TIMEOUT = 10;

    private final Vertx vertx;
    private final long timeoutNanos;
    private final Counter closed;
    private final List<ScheduledFuture<?>> checks = new ArrayList<>();

    RequestHeads(Vertx vertx, RequestHeadsConfig config, MeterRegistry meters) {
        this.vertx = vertx;
        this.timeoutNanos = config.timeout().toNanos();
        this.closed = Counter.builder("atlas.heads.late")
                .description("Connections closed because the head of a request did not arrive in time")
                .register(meters);
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_ALL_OTHERS).handler(RequestHeads::begin);
    }

    private static void begin(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.connection() instanceof ConnectionBase connection) {
            HeadDeadline deadline = HeadDeadline.of(connection.channel());
            deadline.complete(request.version());
            context.addEndHandler(end -> deadline.responded());
        }
        context.next();
    }

    void start(@Observes StartupEvent started) {
        long interval = timeoutNanos / CHECKS_PER_TIMEOUT;
        for (EventExecutor executor : vertx.nettyEventLoopGroup()) {
            if (executor instanceof SingleThreadEventLoop eventLoop) {
                checks.add(eventLoop.scheduleWithFixedDelay(
                        () -> eventLoop.registeredChannelsIterator().forEachRemaining(this::check),
                        interval,
                        interval,
                        TimeUnit.NANOSECONDS));
            }
        }
    }

    @PreDestroy
    void stop() {
        checks.forEach(check -> check.cancel(false));
    }

    /** Connections without a parent were opened by this process. */
    private void check(Channel channel) {
        if (channel instanceof SocketChannel
                && channel.parent() != null
                && HeadDeadline.of(channel).isExceeded(System.nanoTime(), timeoutNanos)) {
            closed.increment();
            channel.close();
        }
    }
}
