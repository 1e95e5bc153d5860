package org.mandateatlas.gateway.subscription.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of sending a webhook.
 *
 * @param status the HTTP status; null when the receiver gave none
 * @param error why there is none; null when there is one
 * @param body the beginning of the answer's body, if it is text
 * @param retryAfter how long the receiver wants to be left alone; null when it does not say
 * @param millis how long it took
 */
public record Reply(
        @Nullable Integer status,
        @Nullable String error,
        @Nullable String body,
        @Nullable Duration retryAfter,
        long millis) {

    private static final int GONE = 410;

    /** Tells whether the receiver has taken it. */
    public boolean isTaken() {
        return status != null && status >= 200 && status < 300;
    }

    /** Tells whether the receiver wants no more. */
    public boolean isGone() {
        return status != null && status == GONE;
    }
}
