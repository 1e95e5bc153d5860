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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.feed.EventBatch.Entry;

/**
 * Reads events that are no longer in the buffer from Kafka, with a bounded number of readers at a time. A reader that goes on where it
 * stopped finds the next events fetched already.
 */
@Singleton
class EventReplay {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    private final Topics topics;
    private final int readers;
    private final WorkerExecutor workers;

    /** The readings that wait for their client to go on, by position; those that have waited longest come first. */
    private final SequencedMap<Position, Reading> waiting = new LinkedHashMap<>();

    EventReplay(Topics topics, FeedConfig config, Vertx vertx) {
        this.topics = topics;
        this.readers = config.catchUpReaders();
        this.workers = vertx.createSharedWorkerExecutor("event-replay", readers);
    }

    @PreDestroy
    void close() {
        workers.close();
        synchronized (waiting) {
            waiting.values().forEach(Reading::close);
        }
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
        Reading reading = take(after);
        try {
            if (!reading.isUnfinishedAt(after)) {
                reading.begin(after, upTo, indexes);
            }
            EventBatch batch = reading.read(limit, upTo);
            keep(reading);
            return batch;
        } catch (RuntimeException e) {
            reading.close();
            throw e instanceof KafkaException ? unavailable() : e;
        }
    }

    /** Returns the reading that stopped at a position; if there is none, a new one or the one that has waited longest. */
    private Reading take(Position after) {
        synchronized (waiting) {
            Reading reading = waiting.remove(after);
            if (reading != null) {
                return reading;
            }
            if (waiting.size() >= readers) {
                return longestWaiting();
            }
        }
        return new Reading(topics.openReader());
    }

    private void keep(Reading reading) {
        synchronized (waiting) {
            Reading same = waiting.put(reading.position, reading);
            if (same != null) {
                same.close();
            } else if (waiting.size() > readers) {
                longestWaiting().close();
            }
        }
    }

    private Reading longestWaiting() {
        return Objects.requireNonNull(waiting.pollFirstEntry()).getValue();
    }

    static ProblemException unavailable() {
        return new ProblemException(
                ProblemType.FEED_UNAVAILABLE, "Events are temporarily unavailable. Retry with the same position.");
    }

    /** Reads a part of the feed batch by batch; merges the streams by recorded time as soon as the next event of each is known. */
    private final class Reading {

        private final KafkaConsumer<byte[], byte[]> consumer;
        private final Map<String, PendingStream> pending = new HashMap<>();
        private Position position = Position.START;

        Reading(KafkaConsumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        boolean isUnfinishedAt(Position after) {
            return !pending.isEmpty() && position.equals(after);
        }

        void begin(Position after, Position upTo, Map<String, StreamIndex> indexes) {
            position = after;
            pending.clear();
            var offsets = new HashMap<TopicPartition, Long>();
            indexes.forEach((stream, index) -> {
                long next = after.of(stream) + 1;
                if (next <= upTo.of(stream)) {
                    pending.put(stream, new PendingStream(next, upTo.of(stream)));
                    offsets.put(topics.of(stream), index.offsetBefore(next));
                }
            });
            consumer.unsubscribe();
            consumer.assign(offsets.keySet());
            offsets.forEach(consumer::seek);
        }

        EventBatch read(int limit, Position upTo) {
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
                    addRecords();
                } else {
                    throw unavailable();
                }
            }
            return new EventBatch(List.copyOf(entries), position, pending.isEmpty() && position.reaches(upTo));
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

        /** Fetches records of the streams of which no event is known, so that those of the others do not fill the memory. */
        private void addRecords() {
            pending.forEach((stream, events) -> {
                var topic = Set.of(topics.of(stream));
                if (events.events.isEmpty()) {
                    consumer.resume(topic);
                } else {
                    consumer.pause(topic);
                }
            });
            var found = consumer.poll(POLL);
            pending.forEach((stream, events) -> {
                for (var one : found.records(topics.of(stream))) {
                    EventReader.read(stream, one).ifPresent(events::offer);
                }
            });
        }

        void close() {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    /** The events of one stream that are fetched and not yet in a batch. */
    private static final class PendingStream {

        private final Deque<ChangeEvent> events = new ArrayDeque<>();
        private final long last;
        private long next;

        PendingStream(long first, long last) {
            this.next = first;
            this.last = last;
        }

        /** Adds the next event; ignores repeated and later ones. */
        void offer(ChangeEvent event) {
            if (event.sequence() == next && next <= last) {
                events.add(event);
                next++;
            }
        }
    }
}
