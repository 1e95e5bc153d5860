package org.mandateatlas.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Configuration of the checks of replicas. */
@ConfigMapping(prefix = "atlas.replicas")
interface ReplicasConfig {

    /** Returns the interval at which host names are resolved and the readiness of each replica is checked. */
    @WithDefault("1s")
    Duration checkInterval();

    /** Returns the time in which a replica must confirm that it is ready. */
    @WithDefault("1s")
    Duration checkTimeout();
}
