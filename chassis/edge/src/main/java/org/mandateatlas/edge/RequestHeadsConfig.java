package org.mandateatlas.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the heads of requests. */
@ConfigMapping(prefix = "atlas.heads")
interface RequestHeadsConfig {

    /** Returns the time in which the request line and the headers of a request must arrive. */
    @WithDefault("10s")
    Duration timeout();
}
