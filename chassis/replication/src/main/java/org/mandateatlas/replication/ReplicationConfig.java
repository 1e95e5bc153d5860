package org.mandateatlas.replication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Configuration of replication. */
@ConfigMapping(prefix = "atlas.replication")
interface ReplicationConfig {

    /** Streams of other services to replicate. */
    Optional<List<String>> streams();

    /** Delay after a failure, between lookups of missing topics and before a gap is read again. */
    @WithDefault("1s")
    Duration pause();
}
