package org.mandateatlas.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The topics of the streams that functions-service replicates, with one partition and unlimited retention.
 *
 * @param servers the bootstrap servers
 */
record StreamTopics(String servers) {

    /** Creates the topics; the topic of sources stays empty. */
    void create() throws InterruptedException {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            admin.createTopics(Stream.of("source", InstitutionGenerator.STREAM, MandateGenerator.STREAM)
                            .map(stream -> new NewTopic(GeneratedRevision.topic(stream), 1, (short) 1)
                                    .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1")))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics cannot be created", e);
        }
    }

    /** Publishes the streams in order and returns when the broker has acknowledged everything. */
    void publish(List<Stream<GeneratedRevision>> streams) {
        var failures = new ConcurrentLinkedQueue<Exception>();
        try (var producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (var stream : streams) {
                stream.forEach(revision -> producer.send(revision.event(), (sent, e) -> {
                    if (e != null) {
                        failures.add(e);
                    }
                }));
            }
            producer.flush();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("the events cannot be published", failures.peek());
        }
    }
}
