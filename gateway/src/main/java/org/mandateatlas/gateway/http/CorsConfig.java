package org.mandateatlas.gateway.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** From where browsers may write. */
@ConfigMapping(prefix = "atlas.cors")
interface CorsConfig {

    /** Returns the origins of pages that may write and ask by {@code POST}; {@code *} is all of them. */
    @WithDefault("*")
    Set<String> writeOrigins();
}
