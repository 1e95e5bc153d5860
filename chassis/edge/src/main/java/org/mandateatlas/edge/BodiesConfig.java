package org.mandateatlas.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the bodies of requests. */
@ConfigMapping(prefix = "atlas.bodies")
interface BodiesConfig {

    /** Returns the time in which a body must arrive. */
    @WithDefault("20s")
    Duration timeout();

    /** Returns the maximum number of bodies that one client sends at the same time. */
    @WithDefault("64")
    int perClient();

    /** Returns the memory for all bodies whose request is in progress. */
    @WithDefault("64M")
    MemorySize memory();
}
