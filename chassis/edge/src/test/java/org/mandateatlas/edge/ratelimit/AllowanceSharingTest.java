package org.mandateatlas.edge.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/** Gateways share allowances through a real Redis, and count for themselves while it is away. */
class AllowanceSharingTest {

    private static final String ADA = "token ada";
    private static final int REQUESTS = 600;

    private final Vertx vertx = Vertx.vertx();
    private final int port = freePort();
    private final Limits limits = Limits.shared(REQUESTS, "redis://127.0.0.1:" + port);
    private final AllowanceSharing sharing = new AllowanceSharing(vertx, limits, new SimpleMeterRegistry());
    private final AllowanceSharing otherSharing = new AllowanceSharing(vertx, limits, new SimpleMeterRegistry());
    private final Allowance gateway = new Allowance(limits);
    private final Allowance other = new Allowance(limits);
    private RedisServer redis = server();

    @BeforeEach
    void start() throws IOException {
        redis.start();
        sharing.begin(gateway);
        otherSharing.begin(other);
    }

    @AfterEach
    void stop() throws IOException {
        sharing.close();
        otherSharing.close();
        redis.stop();
        vertx.close();
    }

    @Test
    void whatAClientUsesAtOneGatewayIsMissingAtTheOther() {
        gateway.use(ADA, REQUESTS / 2);
        await(() -> other.use(ADA, 1).remaining() < REQUESTS * 0.6);
        other.use(ADA, REQUESTS / 2 - 50);
        await(() -> !gateway.use(ADA, 100).granted());
        assertTrue(gateway.use("token bo", REQUESTS).granted());
    }

    @Test
    void whileTheStoreIsAwayEachGatewayCountsForItself() throws IOException {
        gateway.use(ADA, 100);
        await(() -> other.use(ADA, 1).remaining() < REQUESTS - 50);
        redis.stop();

        assertTrue(gateway.use(ADA, 300).granted());
        assertFalse(gateway.use(ADA, 300).granted());
        assertTrue(other.use(ADA, 300).granted());

        redis = server();
        redis.start();
        await(() -> other.use(ADA, 1).remaining() < 100);
    }

    @Test
    void anAllowanceRefillsAsWithoutAStore() {
        gateway.use(ADA, REQUESTS);
        await(() -> !other.use(ADA, REQUESTS / 2).granted());
        var standing = other.use(ADA, REQUESTS);
        assertFalse(standing.granted());
        assertTrue(standing.secondsToWait() <= limits.window().toSeconds(), standing.toString());
        assertEquals("\"default\";q=600;w=60", other.policy());
    }

    private RedisServer server() {
        try {
            return RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier holds) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it does not become true");
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
