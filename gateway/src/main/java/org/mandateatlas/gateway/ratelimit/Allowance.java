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

    /** Returns the value of {@code RateLimit-Policy}. */
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
     * A client's allowance after a request.
     *
     * @param granted whether the allowance sufficed
     * @param remaining the remaining requests
     * @param secondsToReset the time until the full allowance is available, without further requests
     * @param secondsToWait the time until a rejected request would be granted
     */
    record Standing(boolean granted, long remaining, long secondsToReset, long secondsToWait) {

        /** Returns the value of {@code RateLimit}. */
        String header() {
            return "\"default\";r=" + remaining + ";t=" + secondsToReset;
        }
    }
}
