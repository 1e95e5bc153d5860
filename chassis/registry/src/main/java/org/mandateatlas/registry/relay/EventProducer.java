package org.mandateatlas.registry.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.mandateatlas.base.kafka.KafkaSettings;

/** A Kafka producer that delivers in order: idempotent, acknowledged by all replicas, with unlimited retries. */
final class EventProducer implements AutoCloseable {

    private static final int LONGEST_BLOCK = 5000;

    private final KafkaProducer<String, byte[]> producer;

    EventProducer(KafkaSettings kafka) {
        producer = new KafkaProducer<>(
                kafka.with(Map.of(
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        Integer.MAX_VALUE,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        LONGEST_BLOCK,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        TopicAdministration.LARGEST_EVENT,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        500,
                        ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG,
                        500)),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Sends the events of one topic and returns the offset of the last one, once all are acknowledged.
     *
     * @param before the offset of the last event that was published before; -1 if unknown
     * @param waiting called in each interval in which an acknowledgement has not come
     * @throws LostEvents if the events do not follow the offset, because the broker has lost earlier ones
     */
    long deliver(List<ProducerRecord<String, byte[]>> events, long before, Duration interval, Runnable waiting)
            throws ExecutionException, InterruptedException {
        var deliveries = events.stream().map(producer::send).toList();
        var last = before;
        for (var delivery : deliveries) {
            while (!isDelivered(delivery, interval)) {
                waiting.run();
            }
            var acknowledged = delivery.get();
            if (acknowledged.hasOffset()) {
                last = following(last, acknowledged);
            }
        }
        return last;
    }

    private static long following(long last, RecordMetadata acknowledged) {
        if (acknowledged.offset() <= last) {
            throw new LostEvents(acknowledged.topic() + " has the offset " + acknowledged.offset() + " again, after "
                    + last + " was acknowledged.");
        }
        return acknowledged.offset();
    }

    private static boolean isDelivered(Future<RecordMetadata> delivery, Duration interval)
            throws ExecutionException, InterruptedException {
        try {
            delivery.get(interval.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
