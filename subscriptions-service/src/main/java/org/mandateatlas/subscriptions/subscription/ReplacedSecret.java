package org.mandateatlas.subscriptions.subscription;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The new secret of a subscription.
 *
 * @param secret the secret, which no other response contains
 * @param previousUntil until when the previous secrets sign deliveries too
 */
@Schema(description = "The new secret.")
record ReplacedSecret(
        @Schema(ref = "WebhookSecret") String secret,

        @Schema(
                description = "Until when the previous secrets sign deliveries too.",
                implementation = String.class,
                format = "date-time",
                nullable = true)
        @Nullable Instant previousUntil) {}
