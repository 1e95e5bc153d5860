package org.mandateatlas.gateway.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much memory kept answers may take. */
@ConfigMapping(prefix = "atlas.cache")
interface CacheConfig {

    /** Returns how many bytes the kept answers have at most, all together; 0 keeps none. */
    @WithDefault("32M")
    MemorySize maxSize();

    /** Returns how many bytes an answer has at most that is kept; larger ones stream through. */
    @WithDefault("1M")
    MemorySize maxEntrySize();
}
