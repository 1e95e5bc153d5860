package org.mandateatlas.feed;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of the feed is kept in memory, and how the rest is read. */
@ConfigMapping(prefix = "atlas.feed")
interface FeedConfig {

    /** Returns how many bytes of recent events are kept in memory; older ones are read from Kafka. */
    @WithDefault("32M")
    MemorySize memory();

    /** Returns how many readers at once read older events from Kafka; the others wait their turn. */
    @WithDefault("4")
    int catchUpReaders();

    /** Returns how often it is checked that events arrive. */
    @WithDefault("250ms")
    Duration checkInterval();

    /** Returns for how long the event stream counts as live after a check. */
    @WithDefault("1500ms")
    Duration lease();

    /** Returns how long to wait before looking for a missing topic, and before reading a topic again that has a gap. */
    @WithDefault("1s")
    Duration pause();
}
