package org.mandateatlas.gateway.ratelimit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much one client may ask for. */
@ConfigMapping(prefix = "atlas.limits")
interface LimitsConfig {

    /** Returns whether there is a limit at all. */
    @WithDefault("true")
    boolean enabled();

    /** Returns how many requests a client may make in each window; it may make them all at once. */
    @WithDefault("6000")
    int requests();

    /** Returns the time in which what a client has used comes back, evenly. */
    @WithDefault("1M")
    Duration window();

    /** Returns for how many requests one counts that reads everything: the snapshot, or a collection as NDJSON or CSV. */
    @WithDefault("20")
    int exportCost();

    /** Returns for how many requests a response counts that is composed, and not served from the cache. */
    @WithDefault("5")
    int compositeCost();

    /** Returns how many clients are remembered; of more, those that have been quiet longest are forgotten. */
    @WithDefault("100000")
    int clients();
}
