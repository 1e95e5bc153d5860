package org.mandateatlas.gateway.subscription;

/**
 * A subscription was made or changed, and may have something due.
 *
 * @param id id of the subscription
 */
public record SubscriptionChanged(String id) {}
