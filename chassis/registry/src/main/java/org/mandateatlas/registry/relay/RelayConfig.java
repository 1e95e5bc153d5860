package org.mandateatlas.registry.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How revisions go to Kafka. */
@ConfigMapping(prefix = "atlas.relay")
interface RelayConfig {

    /** How long to wait for news before looking for what another process committed. */
    @WithDefault("500ms")
    Duration poll();

    /** How long to wait after a failure. */
    @WithDefault("1s")
    Duration pause();

    /** How many replicas the topics have when they are made here. */
    @WithDefault("1")
    short topicReplicas();
}
