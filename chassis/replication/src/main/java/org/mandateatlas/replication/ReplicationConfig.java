package org.mandateatlas.replication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which streams of other services are followed, and how. */
@ConfigMapping(prefix = "atlas.replication")
interface ReplicationConfig {

    /** The streams. */
    Optional<List<String>> streams();

    /** How long to wait after a failure, before a missing topic is looked for and before a gap is read again. */
    @WithDefault("1s")
    Duration pause();
}
