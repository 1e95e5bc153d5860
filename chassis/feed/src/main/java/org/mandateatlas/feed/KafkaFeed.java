package org.mandateatlas.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandateatlas.base.position.Position;

/** The feed of the topics on Kafka: recent events from memory, older ones from the topics. */
@Singleton
public class KafkaFeed implements Feed {

    private final TopicTailer tailer;
    private final EventReplay replay;

    KafkaFeed(TopicTailer tailer, EventReplay replay, StreamPositions positions, MeterRegistry meters) {
        this.tailer = tailer;
        this.replay = replay;
        meters.gauge("atlas.feed.live", positions, known -> known.isLive() ? 1 : 0);
        meters.gauge("atlas.feed.gaps", tailer, known -> known.gaps().size());
        meters.gauge("atlas.feed.memory.events", tailer.buffer(), EventBuffer::size);
        meters.gauge("atlas.feed.memory.bytes", tailer.buffer(), EventBuffer::bytes);
    }

    @Override
    public Future<EventBatch> read(Position after, int limit) {
        if (!tailer.isCaughtUp()) {
            return Future.failedFuture(EventReplay.unavailable());
        }
        Position from = whole(after);
        EventBatch recent = tailer.buffer().read(from, limit);
        return recent == null
                ? replay.read(from, tailer.buffer().head(), limit, tailer.indexes())
                : Future.succeededFuture(recent);
    }

    /** A position that contains every stream has a text form that is not empty, also at the beginning. */
    private Position whole(Position after) {
        Position whole = after;
        for (String stream : tailer.indexes().keySet()) {
            if (!after.sequences().containsKey(stream)) {
                whole = whole.with(stream, 0);
            }
        }
        return whole;
    }

    @Override
    public boolean isReady() {
        return tailer.isCaughtUp();
    }

    @Override
    public Position head() {
        if (!tailer.isCaughtUp()) {
            throw EventReplay.unavailable();
        }
        return tailer.buffer().head();
    }

    @Override
    public Position before(Instant instant) {
        Position position = head();
        for (var stream : tailer.indexes().entrySet()) {
            position = position.with(stream.getKey(), stream.getValue().recordedBefore(instant));
        }
        return position;
    }

    @Override
    public SortedMap<String, StreamSummary> summary() {
        head();
        var streams = new TreeMap<String, StreamSummary>();
        tailer.indexes().forEach((stream, index) -> streams.put(stream, index.summary()));
        return streams;
    }

    @Override
    public Runnable onEvents(Runnable listener) {
        return tailer.onEvents(listener);
    }
}
