package org.mandateatlas.subscriptions.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Configuration of webhooks and their deliveries. */
@ConfigMapping(prefix = "atlas.webhooks")
public interface WebhooksConfig {

    /** Whether receivers may have http URLs. */
    @WithDefault("false")
    boolean allowHttp();

    /** Whether receivers may have addresses in private networks. */
    @WithDefault("false")
    boolean allowPrivateAddresses();

    /**
     * Keys that encrypt secrets in the database, separated by commas: each an id, a colon and 32 bytes in hexadecimal notation. The first
     * one encrypts, the others only decrypt.
     */
    String secretKeys();

    /** Interval of the search for secrets that are not encrypted with the first key; at least one second. */
    @WithDefault("1m")
    Duration secretEncryption();

    /** Time limit of an attempt. */
    @WithDefault("15s")
    Duration timeout();

    /** Maximum number of subscriptions of one owner. */
    @WithDefault("100")
    int subscriptionsPerOwner();

    /** Time for which a replaced secret still signs deliveries. */
    @WithDefault("24h")
    Duration secretOverlap();

    /** Wait after the first failure; it doubles with each further failure. */
    @WithDefault("5s")
    Duration firstRetry();

    /** Longest wait between two attempts. */
    @WithDefault("30m")
    Duration longestRetry();

    /** Longest wait that a receiver can request with Retry-After. */
    @WithDefault("24h")
    Duration longestRetryAfter();

    /** Time of failing attempts after which a subscription is paused. */
    @WithDefault("30h")
    Duration giveUpAfter();

    /** Duration of a lease, which its holder renews during an attempt; another replica takes over when it expires. */
    @WithDefault("6s")
    Duration lease();

    /** Interval of the search for due deliveries; at least one second. */
    @WithDefault("1s")
    Duration poll();

    /** Maximum number of delivery runs at a time. */
    @WithDefault("256")
    int concurrency();

    /** Maximum number of events in a delivery run. */
    @WithDefault("100")
    int eventsPerRun();

    /** Retention time of finished deliveries. */
    @WithDefault("30d")
    Duration keepDeliveriesFor();

    /** Maximum number of deliveries that are kept of a subscription. */
    @WithDefault("10000")
    int keepDeliveries();

    /** Interval of the deletion of old deliveries and of the update of metrics; at least one second. */
    @WithDefault("1m")
    Duration cleanup();

    /** Maximum time that a request waits for the feed to reach its position. */
    @WithDefault("1s")
    Duration positionWait();
}
