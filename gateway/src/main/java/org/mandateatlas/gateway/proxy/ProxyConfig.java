package org.mandateatlas.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Configuration of the proxy. */
@ConfigMapping(prefix = "atlas.proxy")
interface ProxyConfig {

    /** Returns the connect timeout. */
    @WithDefault("1s")
    Duration connectTimeout();

    /** Returns the timeout until a response starts. */
    @WithDefault("30s")
    Duration responseTimeout();

    /** Returns the value of Retry-After while an upstream is unavailable. */
    @WithDefault("2s")
    Duration retryAfter();

    /** Returns the maximum number of connections per upstream and event loop. */
    @WithDefault("64")
    int connections();
}
