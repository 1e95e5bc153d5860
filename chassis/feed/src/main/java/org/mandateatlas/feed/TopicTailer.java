package org.mandateatlas.feed;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * Consumes the topics of all streams from the beginning with one Kafka consumer, and adds their events to the buffer and the indexes
 * in sequence. Repeated events are skipped; after a gap nothing is added until the missing event is found.
 */
@Singleton
class TopicTailer {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CHECK_PATIENCE = Duration.ofSeconds(1);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final Topics topics;
    private final FeedConfig config;
    private final StreamPositions positions;
    private final EventBuffer buffer;
    private final Map<String, StreamIndex> indexes = new HashMap<>();
    private final Queue<Runnable> listeners = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::run, "topic-tailer");
    private final Set<String> gaps = new HashSet<>();
    private Map<TopicPartition, Long> endsBefore = Map.of();
    private long nextAssignment = System.nanoTime();
    private long nextCheck = System.nanoTime();
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private volatile boolean caughtUp;
    private volatile boolean stopping;
    private boolean failing;

    TopicTailer(Topics topics, FeedConfig config, StreamPositions positions) {
        this.topics = topics;
        this.config = config;
        this.positions = positions;
        this.buffer = new EventBuffer(config.memory().asLongValue(), topics.streams());
        topics.streams().forEach(stream -> indexes.put(stream, new StreamIndex()));
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        KafkaConsumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        LockSupport.unpark(thread);
        thread.join(STOP_PATIENCE);
    }

    EventBuffer buffer() {
        return buffer;
    }

    Map<String, StreamIndex> indexes() {
        return Collections.unmodifiableMap(indexes);
    }

    /** Returns whether every event from before the start has been read. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    Runnable onEvents(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void run() {
        while (!stopping) {
            try (KafkaConsumer<byte[], byte[]> opened = topics.openTail()) {
                consumer = opened;
                while (!stopping) {
                    poll(opened);
                }
            } catch (WakeupException | InterruptException e) {
                // stopping
            } catch (RuntimeException e) {
                cutOff(e);
                pause(config.pause());
            }
        }
        positions.cutOff();
    }

    private void poll(KafkaConsumer<byte[], byte[]> from) {
        assignTopics(from);
        if (from.assignment().isEmpty()) {
            pause(POLL);
        } else {
            var found = from.poll(POLL);
            boolean added = false;
            for (TopicPartition topic : found.partitions()) {
                added |= addRecords(from, topic, found.records(topic));
            }
            if (added) {
                listeners.forEach(Runnable::run);
            }
        }
        if (System.nanoTime() - nextCheck >= 0) {
            check(from);
            nextCheck = System.nanoTime() + config.checkInterval().toNanos();
        }
    }

    /** Assigns the topics that exist; a missing topic would delay the others. */
    private void assignTopics(KafkaConsumer<byte[], byte[]> from) {
        if (from.assignment().size() == topics.streams().size() || System.nanoTime() - nextAssignment < 0) {
            return;
        }
        Set<String> there = from.listTopics().keySet();
        var assigned = new HashSet<>(from.assignment());
        var found = new HashMap<TopicPartition, Long>();
        for (String stream : topics.streams()) {
            TopicPartition topic = topics.of(stream);
            if (there.contains(topic.topic()) && assigned.add(topic)) {
                found.put(topic, index(stream).nextOffset());
            }
        }
        from.assign(assigned);
        found.forEach(from::seek);
        nextAssignment = System.nanoTime() + config.pause().toNanos();
    }

    private boolean addRecords(
            KafkaConsumer<byte[], byte[]> from, TopicPartition topic, List<ConsumerRecord<byte[], byte[]>> found) {
        String stream = stream(topic);
        StreamIndex index = index(stream);
        long before = index.last();
        for (ConsumerRecord<byte[], byte[]> one : found) {
            ChangeEvent event = EventReader.read(stream, one, TopicTailer::warn).orElse(null);
            if (event != null && event.sequence() > index.last() + 1) {
                recoverFromGap(from, topic, stream, event.sequence());
                break;
            }
            if (event != null && event.sequence() == index.last() + 1) {
                index.add(event, one.offset());
                buffer.add(event);
                positions.advance(stream, event.sequence());
                gaps.remove(stream);
            }
            index.readTo(one.offset() + 1);
        }
        return index.last() > before;
    }

    private static void warn(ConsumerRecord<byte[], byte[]> skipped, RuntimeException cause) {
        Log.warnf(
                "The record at offset %d of %s is not an event and is skipped: %s",
                skipped.offset(), skipped.topic(), cause.getMessage());
    }

    /** The missing event may be anywhere in the topic or still to come, so the topic is read from the beginning. */
    private void recoverFromGap(KafkaConsumer<byte[], byte[]> from, TopicPartition topic, String stream, long arrived) {
        if (gaps.add(stream)) {
            Log.errorf(
                    "The stream %s has a gap: %d is followed by %d. The topic is read again.",
                    stream, index(stream).last(), arrived);
        }
        from.seekToBeginning(List.of(topic));
        pause(config.pause());
    }

    /** Reads the ends of the topics, which shows that the broker is reachable and whether earlier events have arrived. */
    private void check(KafkaConsumer<byte[], byte[]> from) {
        Set<TopicPartition> assigned = from.assignment();
        long asked = System.nanoTime();
        Map<TopicPartition, Long> ends;
        try {
            ends = assigned.isEmpty() ? Map.of() : from.endOffsets(assigned, CHECK_PATIENCE);
        } catch (TimeoutException e) {
            cutOff(e);
            return;
        }
        boolean arrived = gaps.isEmpty()
                && assigned.stream()
                        .allMatch(topic ->
                                endsBefore.containsKey(topic) && from.position(topic) >= endsBefore.get(topic));
        endsBefore = ends;
        if (arrived) {
            if (!caughtUp) {
                caughtUp = true;
                listeners.forEach(Runnable::run);
            }
            if (assigned.size() == topics.streams().size()) {
                positions.live(asked, config.lease().toNanos());
            }
        }
        if (failing) {
            Log.info("Events are available again.");
            failing = false;
        }
    }

    private void cutOff(RuntimeException failure) {
        positions.cutOff();
        if (!failing && !stopping) {
            Log.warnf("Events are unavailable: %s", failure.getMessage());
            failing = true;
        }
    }

    private void pause(Duration time) {
        if (!stopping) {
            LockSupport.parkNanos(time.toNanos());
        }
    }

    private StreamIndex index(String stream) {
        return Objects.requireNonNull(indexes.get(stream));
    }

    private String stream(TopicPartition topic) {
        return topics.streams().stream()
                .filter(stream -> topics.of(stream).equals(topic))
                .findFirst()
                .orElseThrow();
    }
}
