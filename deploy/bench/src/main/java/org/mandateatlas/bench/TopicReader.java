package org.mandateatlas.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A plain consumer of a topic with one partition. */
final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final double NANOS_PER_SECOND = 1e9;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final Map<Long, Long> arrivals = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::record, "topic reader");
    private volatile boolean closed;

    private TopicReader(String servers, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
    }

    /** Reads new records in the background and records when each arrives. */
    static TopicReader ofNewRecords(String servers, String topic) {
        var reader = new TopicReader(servers, topic);
        reader.consumer.seekToEnd(List.of(reader.partition));
        reader.consumer.position(reader.partition);
        reader.thread.start();
        return reader;
    }

    private void record() {
        while (!closed) {
            var records = consumer.poll(POLL);
            var now = System.nanoTime();
            records.forEach(each -> arrivals.put(sequence(each), now));
        }
    }

    /** Returns the sequence of an event, or the key of a record of the reference. */
    private static long sequence(ConsumerRecord<byte[], byte[]> each) {
        var header = each.headers().lastHeader("ce_sequence");
        return header == null
                ? ByteBuffer.wrap(each.key()).getLong()
                : Long.parseLong(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** Returns when the records arrived, by sequence. */
    Map<Long, Long> arrivals() {
        return Map.copyOf(arrivals);
    }

    /** Returns the number of records of a topic. */
    static long size(String servers, String topic) {
        try (var reader = new TopicReader(servers, topic)) {
            return reader.consumer.endOffsets(List.of(reader.partition)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** Reads a topic from its beginning and returns the records per second. */
    static double replay(String servers, String topic) {
        var size = size(servers, topic);
        try (var reader = new TopicReader(servers, topic)) {
            var start = System.nanoTime();
            reader.consumer.seekToBeginning(List.of(reader.partition));
            while (reader.consumer.position(reader.partition) < size) {
                reader.consumer.poll(POLL);
            }
            return size * NANOS_PER_SECOND / (System.nanoTime() - start);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}
