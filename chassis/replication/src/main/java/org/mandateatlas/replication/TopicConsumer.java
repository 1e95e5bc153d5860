package org.mandateatlas.replication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.mandateatlas.base.kafka.KafkaSettings;
import org.mandateatlas.base.trace.EventTraces;
import org.mandateatlas.registry.relay.MandateAtlasEvent;
import org.mandateatlas.replication.ReplicaRepository.Arrival;

/** A Kafka consumer that reads the topics of streams from their stored offsets. */
final class TopicConsumer implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration MAX_BACKOFF = Duration.ofMinutes(1);
    private static final int MAX_FETCH_BYTES = 16 * 1024 * 1024;
    private static final int MAX_POLL_RECORDS = 500;

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, ReplicatedStream> topics = new HashMap<>();
    private final Set<TopicPartition> incomplete = new HashSet<>();
    private final Map<TopicPartition, Duration> backoffs = new HashMap<>();
    private final Map<TopicPartition, Instant> resumptions = new HashMap<>();
    private final Duration pause;
    private final Clock clock;
    private Instant nextLookup = Instant.MIN;

    TopicConsumer(KafkaSettings kafka, List<ReplicatedStream> streams, Duration pause, Clock clock) {
        this.pause = pause;
        this.clock = clock;
        streams.forEach(stream -> topics.put(topic(stream), stream));
        consumer = new KafkaConsumer<>(
                kafka.with(Map.of(
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        MAX_POLL_RECORDS,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        MAX_FETCH_BYTES,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        10_000,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        500)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Polls the topics and returns new arrivals by stream. */
    Map<ReplicatedStream, List<Arrival>> poll() {
        assignTopics();
        rewindIncomplete();
        resume();
        if (consumer.assignment().isEmpty()) {
            return sleep();
        }
        var records = consumer.poll(POLL);
        var arrivals = new HashMap<ReplicatedStream, List<Arrival>>();
        for (var topic : records.partitions()) {
            var stream = streamOf(topic);
            arrivals.put(
                    stream,
                    records.records(topic).stream()
                            .flatMap(event -> arrival(stream, event).stream())
                            .toList());
        }
        return arrivals;
    }

    /** Returns whether the existing topics have been read to their ends. */
    boolean isAtEnd() {
        return nextLookup.isAfter(Instant.MIN)
                && consumer.assignment().stream()
                        .allMatch(topic -> consumer.currentLag(topic).orElse(1) == 0);
    }

    /** Returns how many events in the topics have not been read yet. */
    long lag() {
        return consumer.assignment().stream()
                .mapToLong(topic -> consumer.currentLag(topic).orElse(0))
                .sum();
    }

    private static Optional<Arrival> arrival(ReplicatedStream stream, ConsumerRecord<String, byte[]> event) {
        return LoggedRevision.of(stream.stream(), event)
                .map(revision -> new Arrival(revision, event.offset(), EventTraces.parent(event.headers())));
    }

    private Map<ReplicatedStream, List<Arrival>> sleep() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
        return Map.of();
    }

    /** Assigns existing topics only; a missing topic would block the others. */
    private void assignTopics() {
        if (consumer.assignment().size() == topics.size() || clock.instant().isBefore(nextLookup)) {
            return;
        }
        var existing = consumer.listTopics().keySet();
        var assigned = new HashSet<>(consumer.assignment());
        var found = new HashSet<>(topics.keySet());
        found.removeIf(topic -> !existing.contains(topic.topic()) || assigned.contains(topic));
        assigned.addAll(found);
        consumer.assign(assigned);
        found.forEach(topic -> consumer.seek(topic, streamOf(topic).progress().offset()));
        nextLookup = clock.instant().plus(pause);
    }

    /** Marks a stream to be read again from its beginning, once its topic has been read to the end. */
    void readAgain(ReplicatedStream stream) {
        incomplete.add(topic(stream));
    }

    /** Marks a stream as complete. */
    void markComplete(ReplicatedStream stream) {
        incomplete.remove(topic(stream));
        backoffs.remove(topic(stream));
    }

    /** Rewinds incomplete streams with increasing backoff, but only at the end of the topic, where the missing revision may be. */
    private void rewindIncomplete() {
        var ended = incomplete.stream()
                .filter(topic -> consumer.currentLag(topic).orElse(1) == 0)
                .toList();
        for (var topic : ended) {
            var backoff = backoffs.merge(
                    topic, pause, (last, first) -> last.compareTo(MAX_BACKOFF) > 0 ? last : last.plus(last));
            consumer.seekToBeginning(List.of(topic));
            consumer.pause(List.of(topic));
            resumptions.put(topic, clock.instant().plus(backoff));
            incomplete.remove(topic);
        }
    }

    private void resume() {
        var now = clock.instant();
        var due = resumptions.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        consumer.resume(due);
        due.forEach(resumptions::remove);
    }

    private ReplicatedStream streamOf(TopicPartition topic) {
        return Objects.requireNonNull(topics.get(topic));
    }

    private static TopicPartition topic(ReplicatedStream stream) {
        return new TopicPartition(MandateAtlasEvent.topic(stream.stream()), 0);
    }

    /** Wakes up a thread that polls. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        Thread.interrupted(); // an interrupted thread cannot close a consumer
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
