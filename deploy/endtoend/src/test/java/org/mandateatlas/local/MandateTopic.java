package org.mandateatlas.local;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The topic of mandates.
 *
 * @param brokers the addresses of the brokers
 */
record MandateTopic(String brokers) {

    private static final TopicPartition MANDATES = new TopicPartition("atlas.mandate.v1", 0);

    /** Returns the offset after the last event. */
    long end() {
        try (var consumer = consumer()) {
            return Objects.requireNonNull(consumer.endOffsets(List.of(MANDATES)).get(MANDATES));
        }
    }

    /** Returns the events from an offset that arrive within a time; offsets start at 0, sequences at 1. */
    List<ConsumerRecord<String, String>> after(long offset, Duration time) {
        var events = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = consumer()) {
            consumer.assign(List.of(MANDATES));
            consumer.seek(MANDATES, offset);
            var deadline = Instant.now().plus(time);
            while (Instant.now().isBefore(deadline)) {
                consumer.poll(Duration.ofMillis(200)).forEach(events::add);
            }
        }
        return events;
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers), new StringDeserializer(), new StringDeserializer());
    }

    /** Returns a header of an event. */
    static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
