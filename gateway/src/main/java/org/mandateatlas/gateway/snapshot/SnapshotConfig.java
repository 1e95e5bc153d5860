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

    /** Returns the maximum number of snapshots in progress. Each holds some pages in memory. */
    @WithDefault("24")
    int downloads();

    /** Returns the maximum number of snapshots of one client in progress. */
    @WithDefault("4")
    int downloadsPerClient();
}
