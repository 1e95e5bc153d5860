package org.mandateatlas.subscriptions.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The result of an attempt to call a receiver.
 *
 * @param status HTTP status of the response; null if there was no response
 * @param error why there was no response; null if there was one
 * @param body beginning of the response body
 * @param retryAfter wait that the receiver requests; null for none
 * @param millis duration of the attempt
 */
public record AttemptResult(
        @Nullable Integer status,
        @Nullable String error,
        @Nullable String body,
        @Nullable Duration retryAfter,
        long millis) {

    private static final int GONE = 410;

    /** Returns whether the receiver has accepted the event. */
    public boolean isDelivered() {
        return status != null && status >= 200 && status < 300;
    }

    /** Returns whether the receiver accepts no more events. */
    public boolean isGone() {
        return status != null && status == GONE;
    }
}
