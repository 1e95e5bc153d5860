package org.mandateatlas.edge.ratelimit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Configuration of rate limits. */
@ConfigMapping(prefix = "atlas.limits")
public interface LimitsConfig {

    /** Returns whether requests are limited. */
    @WithDefault("true")
    boolean enabled();

    /** Returns the number of requests per client and window, in bursts of any size. */
    @WithDefault("6000")
    int requests();

    /** Returns the time in which the allowance refills. */
    @WithDefault("1M")
    Duration window();

    /** Returns the number of requests that an export counts as. */
    @WithDefault("20")
    int exportCost();

    /** Returns the number of requests that a batch of writes counts as. */
    @WithDefault("20")
    int batchCost();

    /** Returns the number of requests that an uncached composite response counts as. */
    @WithDefault("5")
    int compositeCost();

    /** Returns the maximum number of clients to track; the least recent ones are forgotten. */
    @WithDefault("100000")
    int clients();

    /** Returns the URL of the Redis server in which gateways share allowances, such as {@code redis://host:6379}. */
    Optional<String> store();

    /** Returns the interval at which a gateway adds its counts to those in the store. */
    @WithDefault("250ms")
    Duration storeInterval();
}
