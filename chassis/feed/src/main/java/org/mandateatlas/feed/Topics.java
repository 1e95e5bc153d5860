package org.mandateatlas.feed;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.mandateatlas.base.kafka.KafkaSettings;

/** The topics of the streams, each with one partition. */
@Singleton
class Topics {

    private static final int SHORT_FETCH = 256 * 1024;
    private static final int LONG_FETCH = 4 * 1024 * 1024;

    /** While a fetch for all topics waits at the broker, no other fetch is sent, so a fetch must not wait long. */
    private static final int SHORT_WAIT_MILLIS = 5;

    private static final int LONG_WAIT_MILLIS = 50;

    private final KafkaSettings kafka;
    private final SortedMap<String, TopicPartition> byStream = new TreeMap<>();

    Topics(FeedStreams streams, KafkaSettings kafka) {
        this.kafka = kafka;
        streams.names().forEach(stream -> byStream.put(stream, new TopicPartition("atlas." + stream + ".v1", 0)));
    }

    Collection<String> streams() {
        return byStream.keySet();
    }

    TopicPartition of(String stream) {
        return Objects.requireNonNull(byStream.get(stream), stream);
    }

    /** Opens a consumer for all new events. */
    KafkaConsumer<byte[], byte[]> openTail() {
        return open(LONG_FETCH, LONG_WAIT_MILLIS);
    }

    /** Opens a consumer for single parts of the topics. */
    KafkaConsumer<byte[], byte[]> openReader() {
        return open(SHORT_FETCH, SHORT_WAIT_MILLIS);
    }

    private KafkaConsumer<byte[], byte[]> open(int fetch, int waitMillis) {
        return new KafkaConsumer<>(
                kafka.with(Map.of(
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        fetch,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        waitMillis,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        5_000,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        500)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
