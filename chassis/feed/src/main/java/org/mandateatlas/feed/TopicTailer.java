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
import java.util.concurrent.ConcurrentHashMap;
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
 * in sequence. Repeated events are skipped. After a gap nothing is added until the missing event is found: further on in the topic,
 * where a relay publishes lost events again, or when the topic is read again from its beginning.
 */
@Singleton
class TopicTailer {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CHECK_PATIENCE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final Topics topics;
    private final FeedConfig config;
    private final StreamPositions positions;
    private final EventBuffer buffer;
    private final Map<String, StreamIndex> indexes = new HashMap<>();
    private final Queue<Runnable> listeners = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::run, "topic-tailer");
    private final Map<String, EventGap> gaps = new ConcurrentHashMap<>();
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

    /** Returns the streams in which an event is missing. */
    Set<String> gaps() {
        return gaps.keySet();
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
            rewind(from);
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
                report(stream, event.sequence());
            } else if (event != null && event.sequence() == index.last() + 1) {
                index.add(event, one.offset());
                buffer.add(event);
                positions.advance(stream, event.sequence());
                closeGap(stream, event.sequence());
            } else if (event != null) {
                index.move(event.sequence(), one.offset());
            }
            index.readTo(one.offset() + 1);
        }
        return index.last() > before;
    }

    private void report(String stream, long arrived) {
        EventGap known = gaps.get(stream);
        if (known == null) {
            Log.errorf(
                    "The stream %s has a gap: %d is followed by %d.",
                    stream, index(stream).last(), arrived);
            gaps.put(stream, new EventGap(arrived, config.pause(), System.nanoTime()));
        } else {
            gaps.put(stream, new EventGap(Math.max(known.highest, arrived), known.pause, known.nextRewind));
        }
    }

    /** A gap is closed when all events have been added that arrived early. */
    private void closeGap(String stream, long added) {
        EventGap gap = gaps.get(stream);
        if (gap != null && gap.highest <= added) {
            gaps.remove(stream);
            Log.infof("The gap in the stream %s is closed.", stream);
        }
    }

    /** Reads topics with a gap again from the beginning, at growing intervals and only once they have been read to the end. */
    private void rewind(KafkaConsumer<byte[], byte[]> from) {
        gaps.replaceAll((stream, gap) -> {
            TopicPartition topic = topics.of(stream);
            if (System.nanoTime() - gap.nextRewind < 0 || from.currentLag(topic).orElse(1) > 0) {
                return gap;
            }
            from.seekToBeginning(List.of(topic));
            return new EventGap(
                    gap.highest,
                    gap.pause.compareTo(LONGEST_PAUSE) > 0 ? gap.pause : gap.pause.multipliedBy(2),
                    System.nanoTime() + gap.pause.toNanos());
        });
    }

    private static void warn(ConsumerRecord<byte[], byte[]> skipped, RuntimeException cause) {
        Log.warnf(
                "The record at offset %d of %s is not an event and is skipped: %s",
                skipped.offset(), skipped.topic(), cause.getMessage());
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

    /**
     * A gap in a stream.
     *
     * @param highest the highest sequence that has arrived early
     * @param pause the time between two reads of the whole topic
     * @param nextRewind when the topic is read again, in the time of {@link System#nanoTime()}
     */
    private record EventGap(long highest, Duration pause, long nextRewind) {}
}
