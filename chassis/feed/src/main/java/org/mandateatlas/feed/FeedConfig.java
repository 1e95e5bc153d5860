package org.mandateatlas.feed;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Configuration of the feed. */
@ConfigMapping(prefix = "atlas.feed")
interface FeedConfig {

    /** Returns the streams of the feed, unless the application provides {@link FeedStreams} itself. */
    Optional<Set<String>> streams();

    /** Returns the memory for recent events; older ones are read from Kafka. */
    @WithDefault("32M")
    MemorySize memory();

    /** Returns the number of concurrent readers of older events. */
    @WithDefault("4")
    int catchUpReaders();

    /** Returns the interval of the check that Kafka is reachable. */
    @WithDefault("250ms")
    Duration checkInterval();

    /** Returns how long the streams are live after a check. */
    @WithDefault("1500ms")
    Duration lease();

    /** Returns the pause before looking for missing topics again, and before reading a topic with a gap again. */
    @WithDefault("1s")
    Duration pause();

    /** Returns whether the application is ready only once the feed is. */
    @WithDefault("true")
    boolean readiness();
}
