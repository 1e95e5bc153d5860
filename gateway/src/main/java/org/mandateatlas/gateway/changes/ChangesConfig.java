package org.mandateatlas.gateway.changes;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the change feed is given out. */
@ConfigMapping(prefix = "atlas.changes")
interface ChangesConfig {

    /** Returns how often a live stream on which nothing happens says that it is there. */
    @WithDefault("15s")
    Duration heartbeat();

    /** Returns how long a live stream waits for a reader that takes nothing before it is cut off. */
    @WithDefault("30s")
    Duration patience();

    /** Returns how many bytes may wait for one reader of a live stream before no more is read for it. */
    @WithDefault("64K")
    MemorySize readerQueue();

    /** Returns how many live streams may be open at once. */
    @WithDefault("5000")
    int streams();

    /** Returns how many events one page looks through at most for those that its filters pass. */
    @WithDefault("5000")
    int pageScan();
}
