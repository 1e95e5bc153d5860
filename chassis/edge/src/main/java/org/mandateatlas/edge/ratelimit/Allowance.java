package org.mandateatlas.edge.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The remaining allowance of each client, a token bucket that refills evenly over the window. Clients that are idle
 * for a window are forgotten.
 */
public final class Allowance {

    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final long requests;
    private final Duration window;
    private final TimeMeter time;
    private final Cache<String, Bucket> clients;
    private final Map<String, Long> unsharedUse = new ConcurrentHashMap<>();
    private volatile boolean recordsUse;

    /** Creates the full allowances of all clients. */
    public Allowance(LimitsConfig config) {
        this(config, TimeMeter.SYSTEM_NANOTIME);
    }

    Allowance(LimitsConfig config, TimeMeter time) {
        this.requests = config.requests();
        this.window = config.window();
        this.time = time;
        this.clients = Caffeine.newBuilder()
                .maximumSize(config.clients())
                .expireAfterAccess(window)
                .build();
    }

    /** Consumes from a client's allowance if it suffices. */
    public Standing use(String client, long cost) {
        long bounded = Math.min(cost, requests);
        var probe = bucket(client).tryConsumeAndReturnRemaining(bounded);
        if (recordsUse && probe.isConsumed()) {
            unsharedUse.merge(client, bounded, Long::sum);
        }
        return standing(probe);
    }

    /** Records the use of clients from now on, for {@link #takeUse}. */
    void recordUse() {
        recordsUse = true;
    }

    /** Takes the use that was recorded since the last call, of some clients. */
    Map<String, Long> takeUse(int mostClients) {
        var taken = new HashMap<String, Long>();
        for (var client : unsharedUse.keySet()) {
            if (taken.size() == mostClients) {
                break;
            }
            Long use = unsharedUse.remove(client);
            if (use != null) {
                taken.put(client, use);
            }
        }
        return taken;
    }

    /** Adds use that was taken but not shared; more than an allowance of it is forgotten. */
    void returnUse(Map<String, Long> taken) {
        taken.forEach(
                (client, use) -> unsharedUse.merge(client, use, (before, added) -> Math.min(before + added, requests)));
    }

    /**
     * Replaces a client's allowance.
     *
     * @param remaining the remaining requests by the counts of all gateways, without the use that is still recorded here
     */
    void settle(String client, long remaining) {
        var bucket = clients.getIfPresent(client);
        if (bucket == null) {
            return;
        }
        long surplus = bucket.getAvailableTokens() - (remaining - unsharedUse.getOrDefault(client, 0L));
        if (surplus > 0) {
            bucket.consumeIgnoringRateLimits(surplus);
        } else if (surplus < 0) {
            bucket.addTokens(-surplus);
        }
    }

    /** Returns whether a client has no allowance left, without consuming. */
    public boolean isUsedUp(String client) {
        Bucket bucket = clients.getIfPresent(client);
        return bucket != null && bucket.getAvailableTokens() < 1;
    }

    /** Returns how many clients are remembered. */
    public long clients() {
        return clients.estimatedSize();
    }

    /** Returns the value of {@code RateLimit-Policy}. */
    public String policy() {
        return "\"default\";q=" + requests + ";w=" + Math.max(1, window.toSeconds());
    }

    private Bucket bucket(String client) {
        Bucket known = clients.getIfPresent(client);
        return known == null ? clients.get(client, name -> full()) : known;
    }

    private Bucket full() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(Bandwidth.builder()
                        .capacity(requests)
                        .refillGreedy(requests, window)
                        .build())
                .build();
    }

    private static Standing standing(ConsumptionProbe probe) {
        return new Standing(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                seconds(probe.getNanosToWaitForRefill()));
    }

    private static long seconds(long nanos) {
        return (nanos + NANOS - 1) / NANOS;
    }

    /**
     * A client's allowance after a request.
     *
     * @param granted whether the allowance sufficed
     * @param remaining the remaining requests
     * @param secondsToReset the time until the full allowance is available, without further requests
     * @param secondsToWait the time until a rejected request would be granted
     */
    public record Standing(boolean granted, long remaining, long secondsToReset, long secondsToWait) {

        /** Returns the value of {@code RateLimit}. */
        public String header() {
            return "\"default\";r=" + remaining + ";t=" + secondsToReset;
        }
    }
}
