package org.mandateatlas.registry.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.kafka.KafkaSettings;

/** The topics of the service's own streams: creates missing ones, verifies their settings and reads their content. */
final class TopicAdministration implements AutoCloseable {

    static final int LARGEST_EVENT = 16 * 1024 * 1024;

    private static final int ONE_PARTITION = 1;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaSettings kafka;
    private final RelayConfig config;
    private final Collection<String> streams;
    private final Admin admin;

    TopicAdministration(KafkaSettings kafka, RelayConfig config, Collection<String> streams) {
        this.kafka = kafka;
        this.config = config;
        this.streams = streams;
        admin = Admin.create(kafka.with(Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000)));
    }

    /** Creates missing topics with one partition and unlimited retention. */
    void createMissing() throws ExecutionException, InterruptedException {
        var missing = names();
        missing.removeAll(admin.listTopics().names().get());
        var settings = new TreeMap<>(Map.of(
                TopicConfig.RETENTION_MS_CONFIG, "-1",
                TopicConfig.RETENTION_BYTES_CONFIG, "-1",
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_EVENT)));
        config.topicInSyncReplicas()
                .ifPresent(
                        replicas -> settings.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(replicas)));
        var made = admin.createTopics(missing.stream()
                .map(topic -> new NewTopic(topic, ONE_PARTITION, config.topicReplicas()).configs(settings))
                .toList());
        for (var topic : made.values().values()) {
            awaitMade(topic);
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

    /** Returns what is wrong with the settings of the topics, one sentence each; empty if nothing is. */
    List<String> violations() throws ExecutionException, InterruptedException {
        try {
            var violations = new ArrayList<String>();
            var resources = names().stream()
                    .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                    .toList();
            for (var topic : admin.describeConfigs(resources).all().get().entrySet()) {
                var name = topic.getKey().name();
                topic.getValue().entries().stream()
                        .map(entry -> violation(name, entry.name(), entry.value()))
                        .filter(violation -> !violation.isEmpty())
                        .forEach(violations::add);
            }
            for (var topic : admin.describeTopics(names()).allTopicNames().get().values()) {
                if (topic.partitions().size() != ONE_PARTITION) {
                    violations.add(topic.name() + " has " + topic.partitions().size()
                            + " partitions instead of 1: only the first one is used.");
                }
                var replicas = topic.partitions().getFirst().replicas().size();
                if (replicas < config.topicReplicas()) {
                    violations.add(topic.name() + " has the replication factor " + replicas + " instead of "
                            + config.topicReplicas() + ".");
                }
            }
            return violations.stream().sorted().toList();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return List.of("The settings of the topics cannot be verified: "
                        + e.getCause().getMessage());
            }
            throw e;
        }
    }

    private String violation(String topic, String setting, @Nullable String value) {
        var actual = value == null ? "" : value;
        var inSync = config.topicInSyncReplicas().orElse((short) 1);
        return switch (setting) {
            case TopicConfig.RETENTION_MS_CONFIG, TopicConfig.RETENTION_BYTES_CONFIG ->
                actual.equals("-1") ? "" : topic + " loses events: " + setting + " is " + actual + " instead of -1.";
            case TopicConfig.CLEANUP_POLICY_CONFIG ->
                actual.contains("compact") ? topic + " loses events: " + setting + " is " + actual + "." : "";
            case TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG ->
                Integer.parseInt(actual) >= inSync
                        ? ""
                        : topic + " has " + setting + " " + actual + " instead of " + inSync + ".";
            default -> "";
        };
    }

    /** Returns the first offset of the topic of each stream; a missing topic has no entry. */
    Map<String, Long> begins() throws ExecutionException, InterruptedException {
        return offsets(OffsetSpec.earliest());
    }

    /** Returns the offset after the last record of each stream; a missing topic has no entry. */
    Map<String, Long> ends() throws ExecutionException, InterruptedException {
        return offsets(OffsetSpec.latest());
    }

    private Map<String, Long> offsets(OffsetSpec which) throws ExecutionException, InterruptedException {
        var found = new TreeMap<String, Long>();
        var offsets = admin.listOffsets(
                streams.stream().collect(Collectors.toMap(TopicAdministration::topic, stream -> which)));
        for (var stream : streams) {
            try {
                found.put(stream, offsets.partitionResult(topic(stream)).get().offset());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return found;
    }

    /**
     * Reads the events in the topic of a stream: all of them, or only those since the last published one if it is where it
     * was, because events are published in sequence.
     *
     * @param waiting called at intervals
     */
    TopicContent content(String stream, PublishedRevision published, Runnable waiting) {
        var topic = topic(stream);
        try (var consumer = new KafkaConsumer<>(
                kafka.with(Map.of(
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        5000)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(topic));
            var begin = consumer.beginningOffsets(List.of(topic)).getOrDefault(topic, 0L);
            var end = consumer.endOffsets(List.of(topic)).getOrDefault(topic, 0L);
            var offset = published.offset();
            if (offset != null && begin == 0 && offset < end) {
                var since = read(consumer, topic, offset, end, published.sequence() - 1, waiting);
                var first = since.first();
                if (first != null && first.offset() == offset && first.sequence() == published.sequence()) {
                    return since;
                }
            }
            return read(consumer, topic, begin, end, 0, waiting);
        }
    }

    private static TopicContent read(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicPartition topic,
            long from,
            long end,
            long before,
            Runnable waiting) {
        consumer.seek(topic, from);
        var content = TopicContent.after(before);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(topic) < end) {
            var records = consumer.poll(POLL).records(topic);
            for (var one : records) {
                content = content.with(one);
            }
            waiting.run();
            if (!records.isEmpty()) {
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() - deadline > 0) {
                throw new KafkaException("The topic " + topic.topic() + " cannot be read.");
            }
        }
        return content;
    }

    private List<String> names() {
        return streams.stream().map(MandateAtlasEvent::topic).collect(Collectors.toCollection(ArrayList::new));
    }

    private static TopicPartition topic(String stream) {
        return new TopicPartition(MandateAtlasEvent.topic(stream), 0);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
