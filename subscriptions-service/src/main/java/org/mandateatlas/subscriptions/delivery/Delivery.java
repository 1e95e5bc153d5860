package org.mandateatlas.subscriptions.delivery;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The delivery of an event to a subscription with all of its attempts.
 *
 * @param id number of the delivery
 * @param redeliveryOf delivery that this one repeats on request; null for the regular delivery
 * @param event the event
 * @param position position in the feed after the event
 * @param outcome outcome so far
 * @param attempts number of attempts
 * @param createdAt when it was first attempted or requested
 * @param lastAttemptAt time of the last attempt
 * @param nextAttemptAt time of the next attempt
 * @param status HTTP status of the last attempt; null if there was no response
 * @param error why there was no response
 * @param response beginning of the response body of the last attempt
 * @param millis duration of the last attempt
 */
@Schema(description = "The delivery of an event to a subscription with all of its attempts.")
record Delivery(
        @Schema(description = "Id of the delivery.", examples = "42")
        String id,

        @Schema(
                description = "Delivery that this one repeats on request; null for the regular delivery.",
                nullable = true)
        @Nullable String redeliveryOf,

        @Schema(description = "The delivered event.") DeliveredEvent event,

        @Schema(description = "Position in the feed after the event.")
        String position,

        DeliveryOutcome outcome,

        @Schema(description = "Number of attempts.") int attempts,

        @Schema(
                description = "When it was first attempted or requested.",
                implementation = String.class,
                format = "date-time")
        Instant createdAt,

        @Schema(
                description = "Time of the last attempt.",
                implementation = String.class,
                format = "date-time",
                nullable = true)
        @Nullable Instant lastAttemptAt,

        @Schema(
                description = "Time of the next attempt.",
                implementation = String.class,
                format = "date-time",
                nullable = true)
        @Nullable Instant nextAttemptAt,

        @Schema(description = "HTTP status of the last attempt; null if there was no response.", nullable = true)
        @Nullable Integer status,

        @Schema(
                description = "Why there was no response.",
                examples = "The receiver did not respond in time.",
                nullable = true)
        @Nullable String error,

        @Schema(description = "Beginning of the response body of the last attempt.", nullable = true) @Nullable String response,

        @Schema(description = "Duration of the last attempt.", nullable = true) @Nullable Long millis) {}
