package org.mandateatlas.gateway.subscription;

import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.gateway.subscription.Subscription.Settings;
import org.mandateatlas.gateway.subscription.webhook.Secret;

/**
 * What a body asks for.
 *
 * @param settings how the subscription is to be
 * @param after the point of the feed from which it is to be told; null where that is not said
 * @param secret what is to sign; null where that is not said
 */
record SubscriptionRequest(
        Settings settings,
        @Nullable Position after,
        @Nullable Secret secret) {}
