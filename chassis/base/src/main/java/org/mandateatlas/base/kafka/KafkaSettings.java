package org.mandateatlas.base.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The settings that all Kafka clients share: the {@code kafka.*} configuration, such as servers, TLS and SASL. */
@Singleton
public class KafkaSettings {

    private final Map<String, Object> shared;

    /** Takes the {@code kafka.*} configuration, without the prefix. */
    public KafkaSettings(@Identifier("default-kafka-broker") Map<String, Object> configured) {
        shared = new HashMap<>(configured);
        // Consumers read whole topics and belong to no group; the extension adds the name of the application.
        shared.remove(ConsumerConfig.GROUP_ID_CONFIG);
    }

    /** Returns the shared settings and those of one client, which take precedence. */
    public Map<String, Object> with(Map<String, ?> client) {
        var settings = new HashMap<>(shared);
        settings.putAll(client);
        return settings;
    }
}
