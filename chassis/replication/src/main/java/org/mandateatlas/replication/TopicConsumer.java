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
import org.mandateatlas.base.trace.EventTraces;
import org.mandateatlas.registry.relay.MandateAtlasEvent;
import org.mandateatlas.replication.ReplicaRepository.Arrival;

/** A connection to Kafka that reads the topics of some streams, each from where it was left. */
final class TopicConsumer implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    private static final int LARGEST_FETCH = 16 * 1024 * 1024;
    private static final int MOST_AT_ONCE = 500;

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, ReplicatedStream> topics = new HashMap<>();
    private final Set<TopicPartition> incomplete = new HashSet<>();
    private final Map<TopicPartition, Duration> rests = new HashMap<>();
    private final Map<TopicPartition, Instant> resumptions = new HashMap<>();
    private final Duration pause;
    private final Clock clock;
    private Instant nextLook = Instant.MIN;

    TopicConsumer(String servers, List<ReplicatedStream> streams, Duration pause, Clock clock) {
        this.pause = pause;
        this.clock = clock;
        streams.forEach(stream -> topics.put(topic(stream), stream));
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        MOST_AT_ONCE,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        LARGEST_FETCH,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        10_000,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        500),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Waits a moment for what comes. */
    Map<ReplicatedStream, List<Arrival>> poll() {
        lookForTopics();
        beginAgain();
        resume();
        if (consumer.assignment().isEmpty()) {
            return sleep();
        }
        var records = consumer.poll(POLL);
        var arrivals = new HashMap<ReplicatedStream, List<Arrival>>();
        for (var topic : records.partitions()) {
            var stream = followed(topic);
            arrivals.put(
                    stream,
                    records.records(topic).stream()
                            .flatMap(event -> arrival(stream, event).stream())
                            .toList());
        }
        return arrivals;
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

    /** Begins with the topics that there are; asking for one that is not there yet would hold up the others. */
    private void lookForTopics() {
        if (consumer.assignment().size() == topics.size() || clock.instant().isBefore(nextLook)) {
            return;
        }
        var there = consumer.listTopics().keySet();
        var assigned = new HashSet<>(consumer.assignment());
        var found = new HashSet<>(topics.keySet());
        found.removeIf(topic -> !there.contains(topic.topic()) || assigned.contains(topic));
        assigned.addAll(found);
        consumer.assign(assigned);
        found.forEach(topic -> consumer.seek(topic, followed(topic).progress().offset()));
        nextLook = clock.instant().plus(pause);
    }

    /** Reads a stream from its beginning once more, when what there is of it has been read. */
    void readAgain(ReplicatedStream stream) {
        incomplete.add(topic(stream));
    }

    /** Notes that nothing is missing in a stream. */
    void isComplete(ReplicatedStream stream) {
        incomplete.remove(topic(stream));
        rests.remove(topic(stream));
    }

    /** Goes back after a rest that grows from time to time; not before the end, where what is missing may stand. */
    private void beginAgain() {
        var ended = incomplete.stream()
                .filter(topic -> consumer.currentLag(topic).orElse(1) == 0)
                .toList();
        for (var topic : ended) {
            var rest = rests.merge(
                    topic, pause, (last, first) -> last.compareTo(LONGEST_REST) > 0 ? last : last.plus(last));
            consumer.seekToBeginning(List.of(topic));
            consumer.pause(List.of(topic));
            resumptions.put(topic, clock.instant().plus(rest));
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

    private ReplicatedStream followed(TopicPartition topic) {
        return Objects.requireNonNull(topics.get(topic));
    }

    private static TopicPartition topic(ReplicatedStream stream) {
        return new TopicPartition(MandateAtlasEvent.topic(stream.stream()), 0);
    }

    /** Ends the wait of another thread. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        Thread.interrupted(); // a consumer does not let itself be closed by an interrupted thread
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
