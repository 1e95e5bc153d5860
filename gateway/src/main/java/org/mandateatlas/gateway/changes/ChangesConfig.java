package org.mandateatlas.gateway.changes;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Configuration of the change feed. */
@ConfigMapping(prefix = "atlas.changes")
interface ChangesConfig {

    /** Returns the interval of heartbeats on idle live streams. */
    @WithDefault("15s")
    Duration heartbeat();

    /** Returns the timeout of a live client that reads nothing. */
    @WithDefault("30s")
    Duration patience();

    /** Returns the maximum number of bytes queued per live client. */
    @WithDefault("64K")
    MemorySize readerQueue();

    /** Returns how long a start position beyond the end is waited for; its events may still be on their way. */
    @WithDefault("2s")
    Duration positionWait();

    /** Returns the maximum number of live streams. */
    @WithDefault("5000")
    int streams();

    /** Returns the maximum number of live streams of one client. */
    @WithDefault("100")
    int streamsPerClient();

    /** Returns the maximum number of events scanned per page. */
    @WithDefault("5000")
    int pageScan();
}
