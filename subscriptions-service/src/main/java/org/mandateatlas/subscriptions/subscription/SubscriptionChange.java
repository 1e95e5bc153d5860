package org.mandateatlas.subscriptions.subscription;

import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;

/**
 * Valid settings of a subscription.
 *
 * @param url receiver of the events
 * @param description purpose, in the owner's words
 * @param filter the changes to deliver
 * @param state whether events are delivered
 * @param after position in the feed after which delivery continues; null to leave it unchanged
 */
record SubscriptionChange(
        String url,
        @Nullable String description,
        SubscriptionFilter filter,
        SubscriptionState state,
        @Nullable Position after) {}
