package org.mandateatlas.torture.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer of the topics of all streams from their beginning. */
public final class KafkaClient implements Client, AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "atlas.";
    private static final String SUFFIX = ".v1";

    private final Consumer consumer;
    private final KafkaConsumer<String, byte[]> kafka;

    /** Creates a consumer of existing topics. */
    public KafkaClient(String servers, Consumer consumer) {
        this.consumer = consumer;
        this.kafka = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        500),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var topics = Arrays.stream(Stream.values())
                .map(stream -> new TopicPartition(PREFIX + stream.stream() + SUFFIX, 0))
                .toList();
        kafka.assign(topics);
        kafka.seekToBeginning(topics);
    }

    @Override
    public String name() {
        return consumer.name();
    }

    @Override
    public void step() {
        try {
            kafka.poll(POLL).forEach(this::receive);
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
        } catch (KafkaException e) {
            // The broker is unavailable; the next poll continues at the same offsets.
        }
    }

    private void receive(ConsumerRecord<String, byte[]> event) {
        var sequence = event.headers().lastHeader("ce_sequence").value();
        var topic = event.topic();
        try {
            consumer.receive(
                    topic.substring(PREFIX.length(), topic.length() - SUFFIX.length()),
                    Long.parseLong(new String(sequence, StandardCharsets.UTF_8)),
                    event.key(),
                    JSON.readTree(event.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kafka.close(Duration.ofSeconds(5));
    }
}
