package org.mandateatlas.subscriptions.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Exponential back-off with jitter: the wait doubles with each failure up to a limit, less a random part of up to one half, so that
 * receivers that failed together are not called together again.
 *
 * @param first wait after the first failure
 * @param longest longest wait
 * @param longestRetryAfter longest wait that a receiver can request with {@code Retry-After}
 */
record Backoff(Duration first, Duration longest, Duration longestRetryAfter) {

    private static final int DOUBLINGS = 40;

    /**
     * Returns the wait.
     *
     * @param failures number of failures, including this one
     * @param retryAfter wait that the receiver requests; null for none
     * @param random at least 0 and below 1
     */
    Duration after(int failures, @Nullable Duration retryAfter, double random) {
        var nominal = Math.min(
                (double) first.toMillis() * (1L << Math.min(failures - 1, DOUBLINGS)), (double) longest.toMillis());
        var wait = Duration.ofMillis((long) (nominal * (1 - random / 2)));
        if (retryAfter == null) {
            return wait;
        }
        var requested = retryAfter.compareTo(longestRetryAfter) > 0 ? longestRetryAfter : retryAfter;
        return requested.compareTo(wait) > 0 ? requested : wait;
    }
}
