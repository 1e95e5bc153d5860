package org.mandateatlas.registry.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Configuration of the relay. */
@ConfigMapping(prefix = "atlas.relay")
interface RelayConfig {

    /** Interval at which the relay looks for revisions committed by other processes. */
    @WithDefault("500ms")
    Duration poll();

    /** Public URL of the gateway, at which events refer to their schemas. */
    @WithDefault("http://localhost:8080")
    URI publicUrl();

    /** Delay after a failure. */
    @WithDefault("1s")
    Duration pause();

    /** Replication factor of created topics. */
    @WithDefault("1")
    short topicReplicas();
}
