package org.mandateatlas.gateway.snapshot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a snapshot is read from the upstreams. */
@ConfigMapping(prefix = "atlas.snapshot")
interface SnapshotConfig {

    /** Returns for how long an upstream that is away is waited for in the middle of a snapshot before that breaks off. */
    @WithDefault("30s")
    Duration patience();

    /** Returns after how long an upstream is tried again. */
    @WithDefault("1s")
    Duration retryAfter();

    /** Returns how long one page may take. */
    @WithDefault("10s")
    Duration pageTimeout();
}
