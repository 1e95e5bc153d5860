package org.mandateatlas.gateway.subscription.delivery;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.subscription.Words;

/**
 * An event on its way to a subscription, however often it is tried.
 *
 * @param number number of the delivery, which counts up
 * @param redeliveryOf the delivery that was asked for again; null for the event in its turn
 * @param event the event
 * @param position the point of the feed right after the event
 * @param outcome what has come of it
 * @param attempts how often it was tried
 * @param createdAt when it began
 * @param lastAttemptAt when it was tried last
 * @param nextAttemptAt when it is tried again
 * @param status the HTTP status of the last attempt; null when there was none
 * @param error why there was none
 * @param response the beginning of what the receiver said in the last attempt
 * @param millis how long the last attempt took
 */
record Delivery(
        long number,
        @Nullable Long redeliveryOf,
        EventKey event,
        String position,
        Outcome outcome,
        int attempts,
        Instant createdAt,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable String response,
        @Nullable Long millis) {

    JsonObject toJson() {
        return new JsonObject()
                .put("id", Long.toString(number))
                .put("redeliveryOf", redeliveryOf == null ? null : Long.toString(redeliveryOf))
                .put("event", event.toJson())
                .put("position", position)
                .put("outcome", Words.of(outcome))
                .put("attempts", attempts)
                .put("createdAt", createdAt.toString())
                .put("lastAttemptAt", lastAttemptAt == null ? null : lastAttemptAt.toString())
                .put("nextAttemptAt", nextAttemptAt == null ? null : nextAttemptAt.toString())
                .put("status", status)
                .put("error", error)
                .put("response", response)
                .put("millis", millis);
    }

    /** What has come of a delivery. */
    enum Outcome {
        /** It was asked for and not tried yet. */
        PENDING,
        /** The receiver has it. */
        DELIVERED,
        /** It was tried in vain and will be tried again. */
        RETRYING,
        /** It was tried in vain, and the subscription stands still; or it was asked for again in vain. */
        FAILED
    }

    /**
     * What tells one event from all others.
     *
     * @param id id of the event
     * @param type type of the event
     * @param stream its stream
     * @param sequence its place in the stream
     * @param subject id of the document
     */
    record EventKey(String id, String type, String stream, long sequence, String subject) {

        private JsonObject toJson() {
            return new JsonObject()
                    .put("id", id)
                    .put("type", type)
                    .put("stream", stream)
                    .put("sequence", sequence)
                    .put("subject", subject);
        }
    }
}
