package org.mandateatlas.gateway.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Size of the response cache. */
@ConfigMapping(prefix = "atlas.cache")
interface CacheConfig {

    /** Returns the most bytes of all entries together; 0 disables the cache. */
    @WithDefault("32M")
    MemorySize maxSize();

    /** Returns the most bytes of one entry; larger responses are streamed and not cached. */
    @WithDefault("1M")
    MemorySize maxEntrySize();
}
