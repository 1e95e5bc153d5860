package org.mandateatlas.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the gateway waits for an upstream, and how much it carries. */
@ConfigMapping(prefix = "atlas.proxy")
interface ProxyConfig {

    /** Returns how long to wait for a connection before the upstream counts as down. */
    @WithDefault("1s")
    Duration connectTimeout();

    /** Returns how long to wait, once a request is sent, for its answer to begin. */
    @WithDefault("30s")
    Duration responseTimeout();

    /** Returns after how long a client is told to try again while the upstream is down. */
    @WithDefault("2s")
    Duration retryAfter();

    /** Returns how many connections each event loop opens to an upstream at most. */
    @WithDefault("64")
    int connections();
}
