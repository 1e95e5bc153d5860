package org.mandateatlas.gateway.subscription.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait after a failure: twice as long after each, up to a limit, less a random part of up to a half, so that those who
 * failed together do not come back together.
 *
 * @param first the wait after the first failure
 * @param longest the longest wait
 * @param longestAskedFor the longest wait where the receiver asks for one
 */
record Backoff(Duration first, Duration longest, Duration longestAskedFor) {

    private static final int DOUBLINGS = 40;

    /**
     * Returns the wait.
     *
     * @param failures how often it has failed, this time included
     * @param retryAfter how long the receiver wants to be left alone; null when it does not say
     * @param random from 0 to below 1
     */
    Duration after(int failures, @Nullable Duration retryAfter, double random) {
        double nominal = Math.min(
                (double) first.toMillis() * (1L << Math.min(failures - 1, DOUBLINGS)), (double) longest.toMillis());
        Duration wait = Duration.ofMillis((long) (nominal * (1 - random / 2)));
        if (retryAfter == null) {
            return wait;
        }
        Duration asked = retryAfter.compareTo(longestAskedFor) > 0 ? longestAskedFor : retryAfter;
        return asked.compareTo(wait) > 0 ? asked : wait;
    }
}
