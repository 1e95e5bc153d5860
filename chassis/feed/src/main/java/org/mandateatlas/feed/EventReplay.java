package org.mandateatlas.feed;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.feed.EventBatch.Entry;

/** Reads events that are no longer in the buffer from Kafka, with a bounded number of readers at a time. */
@Singleton
class EventReplay {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    private final Topics topics;
    private final WorkerExecutor workers;
    private final Queue<KafkaConsumer<byte[], byte[]>> idle = new ConcurrentLinkedQueue<>();

    EventReplay(Topics topics, FeedConfig config, Vertx vertx) {
        this.topics = topics;
        this.workers = vertx.createSharedWorkerExecutor("event-replay", config.catchUpReaders());
    }

    @PreDestroy
    void close() {
        workers.close();
        idle.forEach(consumer -> consumer.close(CloseOptions.timeout(Duration.ZERO)));
    }

    /**
     * Reads the events after a position.
     *
     * @param after the position to start after
     * @param upTo the position to stop at
     * @param indexes the index of each stream
     */
    Future<EventBatch> read(Position after, Position upTo, int limit, Map<String, StreamIndex> indexes) {
        return workers.<EventBatch>executeBlocking(() -> readNow(after, upTo, limit, indexes), false)
                .map(batch -> Objects.requireNonNull(batch));
    }

    private EventBatch readNow(Position after, Position upTo, int limit, Map<String, StreamIndex> indexes) {
        KafkaConsumer<byte[], byte[]> consumer = idle.poll();
        if (consumer == null) {
            consumer = topics.openReader();
        }
        try {
            EventBatch batch = new Reading(consumer, after, upTo, limit, indexes).read();
            consumer.unsubscribe();
            idle.add(consumer);
            return batch;
        } catch (RuntimeException e) {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
            throw e instanceof KafkaException ? unavailable() : e;
        }
    }

    static ProblemException unavailable() {
        return new ProblemException(
                ProblemType.FEED_UNAVAILABLE, "Events are temporarily unavailable. Retry with the same position.");
    }

    /** One read, which merges the streams by recorded time as soon as the next event of each is known. */
    private final class Reading {

        private final KafkaConsumer<byte[], byte[]> consumer;
        private final Map<String, PendingStream> pending = new HashMap<>();
        private final int limit;
        private Position position;

        Reading(
                KafkaConsumer<byte[], byte[]> consumer,
                Position after,
                Position upTo,
                int limit,
                Map<String, StreamIndex> indexes) {
            this.consumer = consumer;
            this.position = after;
            this.limit = limit;
            var places = new HashMap<TopicPartition, Long>();
            indexes.forEach((stream, index) -> {
                long next = after.of(stream) + 1;
                if (next <= upTo.of(stream)) {
                    pending.put(stream, new PendingStream(next, upTo.of(stream), limit));
                    places.put(topics.of(stream), index.offsetBefore(next));
                }
            });
            consumer.assign(new HashSet<>(places.keySet()));
            places.forEach(consumer::seek);
        }

        EventBatch read() {
            var entries = new ArrayList<Entry>();
            long deadline = System.nanoTime() + TIMEOUT.toNanos();
            while (entries.size() < limit && !pending.isEmpty()) {
                PendingStream first = first();
                if (first != null) {
                    ChangeEvent event = first.events.remove();
                    position = position.with(event.stream(), event.sequence());
                    entries.add(new Entry(event, position));
                    if (event.sequence() == first.last) {
                        pending.remove(event.stream());
                    }
                } else if (System.nanoTime() - deadline < 0) {
                    addRecords(consumer.poll(POLL));
                } else {
                    throw unavailable();
                }
            }
            return new EventBatch(List.copyOf(entries), position, pending.isEmpty());
        }

        /** Returns the stream whose next event was recorded first; null while the next event of a stream is unknown. */
        private @Nullable PendingStream first() {
            return pending.values().stream().anyMatch(stream -> stream.events.isEmpty())
                    ? null
                    : pending.values().stream()
                            .min(Comparator.comparing((PendingStream stream) ->
                                            stream.events.element().recordedAt())
                                    .thenComparing(stream -> stream.events.element().stream()))
                            .orElse(null);
        }

        private void addRecords(ConsumerRecords<byte[], byte[]> found) {
            pending.forEach((stream, events) -> {
                for (var one : found.records(topics.of(stream))) {
                    EventReader.read(stream, one).ifPresent(events::offer);
                }
            });
        }
    }

    /** The pending events of one stream; it keeps no more than one batch can contain. */
    private static final class PendingStream {

        private final Deque<ChangeEvent> events = new ArrayDeque<>();
        private final long last;
        private final long end;
        private long next;

        PendingStream(long first, long last, int limit) {
            this.next = first;
            this.last = last;
            this.end = Math.min(last + 1, first + limit);
        }

        /** Adds the next event; ignores earlier, repeated and later ones. */
        void offer(ChangeEvent event) {
            if (event.sequence() == next && next < end) {
                events.add(event);
                next++;
            }
        }
    }
}
