package org.mandateatlas.gateway.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * The remaining allowance of each client, a token bucket that refills evenly over the window. Clients that are idle
 * for a window are forgotten.
 */
final class Allowance {

    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final long requests;
    private final Duration window;
    private final TimeMeter time;
    private final Cache<String, Bucket> clients;

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
    Standing use(String client, long cost) {
        long bounded = Math.min(cost, requests);
        return standing(bucket(client).tryConsumeAndReturnRemaining(bounded));
    }

    /** Returns whether a client has no allowance left, without consuming. */
    boolean isUsedUp(String client) {
        Bucket bucket = clients.getIfPresent(client);
        return bucket != null && bucket.getAvailableTokens() < 1;
    }

    /** Returns how many clients are remembered. */
    long clients() {
        return clients.estimatedSize();
    }

    /** Returns what {@code RateLimit-Policy} says of everybody. */
    String policy() {
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
     * Where a client stands after a request.
     *
     * @param granted whether it had enough left
     * @param remaining how many requests it has left
     * @param secondsToReset when it has all of them again if it asks for nothing
     * @param secondsToWait when it has enough for the request that was not granted
     */
    record Standing(boolean granted, long remaining, long secondsToReset, long secondsToWait) {

        /** Returns what {@code RateLimit} says of the client. */
        String told() {
            return "\"default\";r=" + remaining + ";t=" + secondsToReset;
        }
    }
}
