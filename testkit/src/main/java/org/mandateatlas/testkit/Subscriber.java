package org.mandateatlas.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer of one topic from its beginning. */
public final class Subscriber implements AutoCloseable {

    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> received = new ArrayList<>();

    /** Creates a consumer at the beginning of the topic. */
    public Subscriber(String topic) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Servers.bootstrap(),
                        ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString(),
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500),
                new StringDeserializer(),
                new StringDeserializer());
        var partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    /** Receives until the expected number of events match or the time has passed, and returns the matching events. */
    public List<ConsumerRecord<String, String>> await(
            int expected, Duration time, Predicate<ConsumerRecord<String, String>> passing) {
        var end = Instant.now().plus(time);
        while (Instant.now().isBefore(end)) {
            consumer.poll(Duration.ofMillis(20)).forEach(received::add);
            if (received.stream().filter(passing).count() >= expected) {
                break;
            }
        }
        return received.stream().filter(passing).toList();
    }

    /** Returns all events received so far. */
    public List<ConsumerRecord<String, String>> received() {
        return List.copyOf(received);
    }

    /** Returns a header of an event. */
    public static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
