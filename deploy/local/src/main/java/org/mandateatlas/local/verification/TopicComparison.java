package org.mandateatlas.local.verification;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Compares the topics with the logs of their streams. */
final class TopicComparison {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final Map<String, Object> client;
    private final Report report;

    TopicComparison(String servers, Report report) {
        this.client = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false);
        this.report = report;
    }

    /** Compares the topics and returns the highest sequence in each, by stream. */
    Map<String, Long> compare(Iterable<VerifiedLog> logs) {
        var highest = new TreeMap<String, Long>();
        try (var consumer = new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var topics = consumer.listTopics().keySet();
            for (var log : logs) {
                var topic = "atlas." + log.stream() + ".v1";
                if (topics.contains(topic)) {
                    highest.put(log.stream(), compare(consumer, new TopicPartition(topic, 0), log));
                } else {
                    report.finding("The topic " + topic + " does not exist.");
                }
            }
        }
        return highest;
    }

    private long compare(KafkaConsumer<byte[], byte[]> consumer, TopicPartition topic, VerifiedLog log) {
        consumer.assign(List.of(topic));
        consumer.seekToBeginning(List.of(topic));
        var end = consumer.endOffsets(List.of(topic)).getOrDefault(topic, 0L);
        var found = new BitSet();
        var foreign = 0;
        while (consumer.position(topic) < end) {
            for (var event : consumer.poll(POLL).records(topic)) {
                var sequence = sequenceOf(event, log);
                if (sequence > 0) {
                    found.set((int) sequence);
                } else {
                    foreign++;
                }
            }
        }
        var missing = found.nextClearBit(1);
        if (missing <= log.published()) {
            report.finding("The topic " + topic.topic() + " lacks event " + missing + " of " + log.published() + ".");
        } else if (foreign == 0) {
            report.line("topic %s, %d events", topic.topic(), found.cardinality());
        }
        if (foreign > 0) {
            report.finding("The topic " + topic.topic() + " has " + foreign + " records that are not in the log.");
        }
        return found.length() - 1L;
    }

    /** Returns the sequence of an event that is in the log or later than what was read of it; 0 for other records. */
    private static long sequenceOf(ConsumerRecord<byte[], byte[]> event, VerifiedLog log) {
        try {
            var sequence = Long.parseLong(header(event, "ce_sequence"));
            var recordedAt = Instant.parse(header(event, "ce_time"));
            return sequence > log.last() || log.has(sequence, header(event, "ce_subject"), recordedAt) ? sequence : 0;
        } catch (IllegalArgumentException | DateTimeException e) {
            return 0;
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> event, String name) {
        var header = event.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("no header " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
