package org.mandateatlas.gateway.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandateatlas.gateway.position.Heads;
import org.mandateatlas.gateway.position.Position;

/** The feed as Kafka has it: what is recent from memory, what is older from the topics. */
@Singleton
public class KafkaFeed implements Feed {

    private final Tail tail;
    private final History history;

    KafkaFeed(Tail tail, History history, Heads heads, MeterRegistry meters) {
        this.tail = tail;
        this.history = history;
        meters.gauge("atlas.feed.live", heads, known -> known.isLive() ? 1 : 0);
        meters.gauge("atlas.feed.memory.events", tail.window(), Window::size);
        meters.gauge("atlas.feed.memory.bytes", tail.window(), Window::bytes);
    }

    @Override
    public Future<Slice> read(Position after, int limit) {
        if (!tail.isCaughtUp()) {
            return Future.failedFuture(History.unavailable());
        }
        Slice recent = tail.window().read(after, limit);
        return recent == null
                ? history.read(after, tail.window().head(), limit, tail.indexes())
                : Future.succeededFuture(recent);
    }

    @Override
    public Position head() {
        if (!tail.isCaughtUp()) {
            throw History.unavailable();
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
