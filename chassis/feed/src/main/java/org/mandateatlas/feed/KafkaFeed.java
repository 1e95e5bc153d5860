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

    private final TopicTailer tail;
    private final EventReplay history;

    KafkaFeed(TopicTailer tail, EventReplay history, StreamPositions heads, MeterRegistry meters) {
        this.tail = tail;
        this.history = history;
        meters.gauge("atlas.feed.live", heads, known -> known.isLive() ? 1 : 0);
        meters.gauge("atlas.feed.memory.events", tail.window(), EventBuffer::size);
        meters.gauge("atlas.feed.memory.bytes", tail.window(), EventBuffer::bytes);
    }

    @Override
    public Future<EventBatch> read(Position after, int limit) {
        if (!tail.isCaughtUp()) {
            return Future.failedFuture(EventReplay.unavailable());
        }
        Position from = whole(after);
        EventBatch recent = tail.window().read(from, limit);
        return recent == null
                ? history.read(from, tail.window().head(), limit, tail.indexes())
                : Future.succeededFuture(recent);
    }

    /** A position that contains every stream has a text form that is not empty, also at the beginning. */
    private Position whole(Position after) {
        Position whole = after;
        for (String stream : tail.indexes().keySet()) {
            if (!after.sequences().containsKey(stream)) {
                whole = whole.with(stream, 0);
            }
        }
        return whole;
    }

    @Override
    public Position head() {
        if (!tail.isCaughtUp()) {
            throw EventReplay.unavailable();
        }
        return tail.window().head();
    }

    @Override
    public Position before(Instant instant) {
        Position position = head();
        for (var stream : tail.indexes().entrySet()) {
            position = position.with(stream.getKey(), stream.getValue().recordedBefore(instant));
        }
        return position;
    }

    @Override
    public SortedMap<String, StreamSummary> summary() {
        head();
        var streams = new TreeMap<String, StreamSummary>();
        tail.indexes().forEach((stream, index) -> streams.put(stream, index.summary()));
        return streams;
    }

    @Override
    public Runnable onNews(Runnable reader) {
        return tail.onNews(reader);
    }
}
