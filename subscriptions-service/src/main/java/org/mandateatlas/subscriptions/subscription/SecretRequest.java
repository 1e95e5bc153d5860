package org.mandateatlas.subscriptions.subscription;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.Schema.False;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that replaces the secret.
 *
 * @param secret the new secret; generated if absent
 */
@Schema(description = "The new secret; generated if absent.", additionalProperties = False.class)
record SecretRequest(
        @Schema(ref = "WebhookSecret") @Nullable String secret) {}
