package org.mandateatlas.gateway.compose;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long an answer that is composed of parts may take, and what is done for it. */
@ConfigMapping(prefix = "atlas.aggregates")
interface AggregatesConfig {

    /** Returns how long a client waits at most. */
    @WithDefault("2s")
    Duration deadline();

    /** Returns how long an owner may take for one read. */
    @WithDefault("1500ms")
    Duration partTimeout();

    /** Returns how many documents of one collection an answer holds at most. */
    @WithDefault("10000")
    int mostDocuments();

    /** Returns how many bytes of last good copies are kept. */
    @WithDefault("32M")
    MemorySize lastGood();

    /** Returns how many reads an owner gets at once, and how many wait for their turn. */
    @WithDefault("64")
    int concurrency();

    /** Returns how many further reads wait for their turn. */
    @WithDefault("1024")
    int waiting();

    /** Returns out of how many last reads half must fail for the owner to be left alone. */
    @WithDefault("8")
    int breakerWindow();

    /** Returns how long an owner is left alone before it is tried again. */
    @WithDefault("2s")
    Duration breakerDelay();
}
