package org.mandateatlas.edge.ratelimit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.text.Sha256;

/**
 * Shares allowances between gateways through Redis. A gateway decides by its own counts and adds them to those of the others several times a
 * second, so that no request waits for the store. While the store is unavailable, each gateway counts for itself.
 */
@Singleton
public class AllowanceSharing {

    /**
     * The value of a key is the time in milliseconds at which the client's allowance is full again; use moves it into the future. Returns
     * the remaining requests. The clock is that of the store.
     */
    private static final String SCRIPT = """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + time[2] / 1000
            local use, window, requests = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
            local full = math.max(now, tonumber(redis.call('GET', KEYS[1]) or 0)) + use * window / requests
            redis.call('SET', KEYS[1], string.format('%.3f', full), 'PX', math.ceil(full - now))
            return math.floor((window - (full - now)) * requests / window)""";

    private static final String PREFIX = "atlas:limits:";
    private static final int DIGEST_BYTES = 16;
    private static final int MOST_CLIENTS = 1_000;
    private static final long TIMEOUT_SECONDS = 2;

    private final Vertx vertx;
    private final LimitsConfig config;
    private final AtomicBoolean isAvailable = new AtomicBoolean(true);
    private final AtomicBoolean isSharing = new AtomicBoolean();
    private @Nullable Redis store;

    AllowanceSharing(Vertx vertx, LimitsConfig config, MeterRegistry meters) {
        this.vertx = vertx;
        this.config = config;
        if (config.store().isPresent()) {
            Gauge.builder("atlas.limits.store.available", isAvailable, available -> available.get() ? 1 : 0)
                    .description("Whether the store of rate limits answers")
                    .register(meters);
        }
    }

    /** Shares the allowance with other gateways from now on, if a store is configured. */
    public void begin(Allowance allowance) {
        config.store().ifPresent(url -> {
            var client = Redis.createClient(
                    vertx, new RedisOptions().setConnectionString(url).setMaxPoolSize(1));
            store = client;
            allowance.recordUse();
            vertx.setPeriodic(config.storeInterval().toMillis(), timer -> share(allowance, client));
        });
    }

    private void share(Allowance allowance, Redis client) {
        if (!isSharing.compareAndSet(false, true)) {
            return;
        }
        var use = allowance.takeUse(MOST_CLIENTS);
        if (use.isEmpty()) {
            isSharing.set(false);
            return;
        }
        var clients = List.copyOf(use.keySet());
        var requests = new ArrayList<Request>();
        clients.forEach(name -> requests.add(request(name, use.getOrDefault(name, 0L))));
        client.batch(requests).timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).onComplete(result -> {
            if (result.succeeded()) {
                settle(allowance, clients, result.result());
            } else {
                fail(allowance, use, result.cause());
            }
            isSharing.set(false);
        });
    }

    private Request request(String client, long use) {
        return Request.cmd(Command.EVAL)
                .arg(SCRIPT)
                .arg(1)
                .arg(PREFIX + Sha256.hex(Sha256.of(client), DIGEST_BYTES))
                .arg(use)
                .arg(config.window().toMillis())
                .arg(config.requests());
    }

    private void settle(Allowance allowance, List<String> clients, List<Response> remaining) {
        for (var i = 0; i < clients.size(); i++) {
            allowance.settle(clients.get(i), Long.parseLong(remaining.get(i).toString()));
        }
        if (isAvailable.compareAndSet(false, true)) {
            Log.info("Rate limits are shared again.");
        }
    }

    private void fail(Allowance allowance, Map<String, Long> use, Throwable cause) {
        allowance.returnUse(use);
        if (isAvailable.compareAndSet(true, false)) {
            Log.warnf(
                    "Rate limits are counted by this gateway alone: the store is unavailable (%s)", cause.getMessage());
        }
    }

    @PreDestroy
    void close() {
        if (store != null) {
            store.close();
        }
    }
}
