package org.mandateatlas.subscriptions.subscription;

/**
 * A subscription was created or changed, or a redelivery was requested, so deliveries may be due.
 *
 * @param id id of the subscription
 */
public record SubscriptionChanged(String id) {}
