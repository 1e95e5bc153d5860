package org.mandateatlas.gateway.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Configuration of CORS. */
@ConfigMapping(prefix = "atlas.cors")
interface CorsConfig {

    /** Returns the origins of pages that may write; {@code *} for all. */
    @WithDefault("*")
    Set<String> writeOrigins();
}
