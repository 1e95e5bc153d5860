package org.mandateatlas.subscriptions.subscription;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A new subscription with its secret.
 *
 * @param subscription the subscription
 * @param secret the secret, which no other response contains
 */
@Schema(description = "A new subscription with its secret.")
record CreatedSubscription(
        @JsonUnwrapped Subscription subscription,
        @Schema(ref = "WebhookSecret") String secret) {}
