package org.mandateatlas.gateway.snapshot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Configuration of snapshots. */
@ConfigMapping(prefix = "atlas.snapshot")
interface SnapshotConfig {

    /** Returns how long an unavailable upstream is retried during a snapshot. */
    @WithDefault("30s")
    Duration patience();

    /** Returns the interval of retries. */
    @WithDefault("1s")
    Duration retryAfter();

    /** Returns the timeout of a page. */
    @WithDefault("10s")
    Duration pageTimeout();
}
