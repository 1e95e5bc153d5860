package org.mandateatlas.registry.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A Kafka producer that delivers in order: idempotent, acknowledged by all replicas, with unlimited retries. */
final class EventProducer implements AutoCloseable {

    private static final int LARGEST_EVENT = 16 * 1024 * 1024;
    private static final int ONE_PARTITION = 1;
    private static final int LONGEST_BLOCK = 5000;

    private final KafkaProducer<String, byte[]> producer;

    private EventProducer(KafkaProducer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Connects and creates missing topics with one partition and unlimited retention. */
    static EventProducer open(String servers, List<String> topics, short replicas)
            throws ExecutionException, InterruptedException {
        makeTopics(servers, topics, replicas);
        return new EventProducer(new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
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
                        LARGEST_EVENT,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        500,
                        ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG,
                        500),
                new StringSerializer(),
                new ByteArraySerializer()));
    }

    private static void makeTopics(String servers, List<String> topics, short replicas)
            throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000))) {
            var missing = new ArrayList<>(topics);
            missing.removeAll(admin.listTopics().names().get());
            var made = admin.createTopics(missing.stream()
                    .map(topic -> new NewTopic(topic, ONE_PARTITION, replicas)
                            .configs(Map.of(
                                    TopicConfig.RETENTION_MS_CONFIG, "-1",
                                    TopicConfig.RETENTION_BYTES_CONFIG, "-1",
                                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_EVENT))))
                    .toList());
            for (var topic : made.values().values()) {
                awaitMade(topic);
            }
        }
    }

    private static void awaitMade(Future<Void> topic) throws ExecutionException, InterruptedException {
        try {
            topic.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /**
     * Sends the events and returns once all are acknowledged.
     *
     * @param waiting called in each interval in which an acknowledgement has not come
     */
    void deliver(List<ProducerRecord<String, byte[]>> events, Duration interval, Runnable waiting)
            throws ExecutionException, InterruptedException {
        var deliveries = events.stream().map(producer::send).toList();
        for (var delivery : deliveries) {
            while (!isDelivered(delivery, interval)) {
                waiting.run();
            }
        }
    }

    private static boolean isDelivered(Future<?> delivery, Duration interval)
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
