package org.mandateatlas.subscriptions.subscription;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The progress of the deliveries to a subscription.
 *
 * @param position position in the feed up to which every matching event is delivered
 * @param attempts failed attempts to deliver the next event
 * @param failingSince time of the first of these attempts
 * @param nextAttemptAt time of the next attempt after a failure
 * @param lastDeliveredAt time of the last successful delivery
 */
@Schema(description = "The progress of deliveries.")
public record SubscriptionProgress(
        @Schema(
                description = "Position in the feed up to which every matching event is delivered.",
                examples = "capacity:159,mandate:117")
        String position,

        @Schema(description = "Failed attempts to deliver the next event.")
        int attempts,

        @Schema(
                description = "Time of the first of these attempts.",
                implementation = String.class,
                format = "date-time",
                nullable = true)
        @Nullable Instant failingSince,

        @Schema(
                description = "Time of the next attempt after a failure.",
                implementation = String.class,
                format = "date-time",
                nullable = true)
        @Nullable Instant nextAttemptAt,

        @Schema(
                description = "Time of the last successful delivery.",
                implementation = String.class,
                format = "date-time",
                nullable = true)
        @Nullable Instant lastDeliveredAt) {}
