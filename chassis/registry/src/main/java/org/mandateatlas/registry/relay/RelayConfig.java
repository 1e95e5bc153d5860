package org.mandateatlas.registry.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Configuration of the relay. */
@ConfigMapping(prefix = "atlas.relay")
interface RelayConfig {

    /** Interval at which the relay looks for revisions committed by other processes. */
    @WithDefault("500ms")
    Duration poll();

    /** Public URL of the gateway, at which events refer to their schemas. */
    @WithDefault("http://localhost:8080")
    URI publicUrl();

    /** Time in which a process that publishes must show that it is alive; afterwards another one publishes. */
    @WithDefault("6s")
    Duration silence();

    /** Age of an unpublished revision from which the health check reports the relay as down. */
    @WithDefault("30s")
    Duration overdue();

    /** Delay after a failure. */
    @WithDefault("1s")
    Duration pause();

    /** Replication factor of created topics. */
    @WithDefault("1")
    short topicReplicas();

    /** Setting {@code min.insync.replicas} of created topics; by default that of the broker. */
    Optional<Short> topicInSyncReplicas();

    /** Interval at which the relay looks for events that the broker has lost. */
    @WithDefault("10s")
    Duration lossCheck();

    /** Whether events that the broker has lost are published again; otherwise they are only reported. */
    @WithDefault("true")
    boolean republishLost();
}
