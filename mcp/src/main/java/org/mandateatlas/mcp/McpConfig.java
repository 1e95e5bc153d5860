package org.mandateatlas.mcp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** Configuration of the MCP server. */
@ConfigMapping(prefix = "atlas.mcp")
interface McpConfig {

    /** Returns the origins whose pages may use the tools; {@code *} for all. */
    @WithDefault("*")
    Set<String> origins();

    /** Returns the time for one read of the API. */
    @WithDefault("30S")
    Duration timeout();

    /** Returns the number of concurrent reads of the API. */
    @WithDefault("64")
    int concurrency();
}
