package org.mandateatlas.bench;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The reference for events: a plain producer and a plain consumer of a topic of their own. */
final class ReferenceTopic {

    private static final long ARRIVAL_MILLIS = 2000;

    private final String servers;
    private final String topic = "bench." + System.currentTimeMillis();

    ReferenceTopic(String servers) throws InterruptedException {
        this.servers = servers;
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topic cannot be created", e);
        }
    }

    /** Sends records at a constant rate and measures how long each takes until the consumer has it. */
    Timing measure(int rate, int seconds, byte[] value) throws InterruptedException {
        var sent = new ConcurrentHashMap<Long, Long>();
        try (var reader = TopicReader.ofNewRecords(servers, topic);
                var producer = new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                servers,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.LINGER_MS_CONFIG,
                                0),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            ConstantRate.run(rate, seconds, index -> {
                sent.put((long) index, System.nanoTime());
                var _ = producer.send(new ProducerRecord<>(
                        topic, ByteBuffer.allocate(Long.BYTES).putLong(index).array(), value));
            });
            producer.flush();
            Thread.sleep(ARRIVAL_MILLIS);
            var latencies = reader.arrivals().entrySet().stream()
                    .map(each -> each.getValue() - Objects.requireNonNull(sent.get(each.getKey())))
                    .toList();
            return new Timing("plain producer and consumer", value.length, latencies, Duration.ZERO);
        }
    }
}
