package org.mandateatlas.gateway.compose;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of composite responses. */
@ConfigMapping(prefix = "atlas.aggregates")
interface AggregatesConfig {

    /** Returns the longest time until a response. */
    @WithDefault("2s")
    Duration deadline();

    /** Returns the longest time for one read of an upstream. */
    @WithDefault("1500ms")
    Duration partTimeout();

    /** Returns the most bytes of last good copies. */
    @WithDefault("32M")
    MemorySize lastGood();

    /** Returns the most reads of an upstream at once. */
    @WithDefault("64")
    int concurrency();

    /** Returns the maximum number of queued reads. */
    @WithDefault("1024")
    int waiting();

    /** Returns out of how many last reads half must fail for the upstream not to be called; more than those of one response. */
    @WithDefault("40")
    int breakerWindow();

    /** Returns for how long a failing upstream is not called. */
    @WithDefault("2s")
    Duration breakerDelay();
}
