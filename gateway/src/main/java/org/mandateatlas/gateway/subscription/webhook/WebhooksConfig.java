package org.mandateatlas.gateway.subscription.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where webhooks may go, and how often and how long it is tried. */
@ConfigMapping(prefix = "atlas.webhooks")
public interface WebhooksConfig {

    /** Returns whether receivers may be called without encryption. */
    @WithDefault("false")
    boolean allowHttp();

    /** Returns whether receivers may be in the network that the gateway stands in. */
    @WithDefault("false")
    boolean allowPrivateAddresses();

    /** Returns how long a receiver may take to answer. */
    @WithDefault("15s")
    Duration timeout();

    /** Returns how many subscriptions one owner may have. */
    @WithDefault("100")
    int subscriptionsPerOwner();

    /** Returns for how long an old secret signs beside a new one. */
    @WithDefault("24h")
    Duration secretOverlap();

    /** Returns how long to wait after a first failure; each further one doubles it. */
    @WithDefault("5s")
    Duration firstRetry();

    /** Returns how long to wait between two attempts at most. */
    @WithDefault("30m")
    Duration longestRetry();

    /** Returns how long to wait at most where the receiver asks for it. */
    @WithDefault("24h")
    Duration longestRetryAfter();

    /** Returns after how long without success a subscription is paused. */
    @WithDefault("30h")
    Duration giveUpAfter();

    /** Returns for how long a gateway holds a subscription that it delivers; another takes it over when it has died. */
    @WithDefault("60s")
    Duration lease();

    /** Returns how often to look for what is due. */
    @WithDefault("1s")
    Duration poll();

    /** Returns how many subscriptions a gateway delivers at once. */
    @WithDefault("256")
    int concurrency();

    /** Returns how many events a subscription gets before others have their turn. */
    @WithDefault("100")
    int turn();

    /** Returns for how long deliveries are remembered. */
    @WithDefault("30d")
    Duration keepDeliveriesFor();

    /** Returns how many deliveries of a subscription are remembered. */
    @WithDefault("10000")
    int keepDeliveries();

    /** Returns how often it is looked which deliveries can be forgotten, and how many subscriptions stand still. */
    @WithDefault("1m")
    Duration housekeeping();

    /** Returns how long to wait before the database is tried again that could not be prepared. */
    @WithDefault("2s")
    Duration databaseRetry();
}
