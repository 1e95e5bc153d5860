package org.mandateatlas.gateway.changes;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.feed.StreamSummary;
import org.mandateatlas.gateway.forwarding.RoutingTable;
import org.mandateatlas.gateway.page.Representation;
import org.mandateatlas.gateway.request.Parameters;

/** Tells of each stream how far it goes, how old it is, and how much happened on which day. */
@Singleton
class ChangeStats {

    private static final int ORDER = 50;

    private final Feed feed;
    private final SortedMap<String, String> collections;

    ChangeStats(Feed feed, RoutingTable owners) {
        this.feed = feed;
        this.collections = owners.collectionsByStream();
    }

    void register(@Observes Router router) {
        Representation page = new Representation().as(Representation.JSON, this::stats);
        router.route(Changes.PATH + "/stats").order(ORDER).handler(page::answer);
    }

    private Buffer stats(RoutingContext context) {
        Parameters parameters = Parameters.of(context, Set.of(), Set.of("stream"));
        List<String> wanted = parameters.words("stream", collections.keySet());
        Position head = feed.head();
        var streams = new JsonArray();
        feed.summary().forEach((stream, summary) -> {
            if (wanted.isEmpty() || wanted.contains(stream)) {
                streams.add(stream(stream, summary));
            }
        });
        context.response().putHeader(Position.HEADER, head.toString()).putHeader("Cache-Control", "no-cache");
        return new JsonObject()
                .put("position", head.toString())
                .put("streams", streams)
                .toBuffer();
    }

    private JsonObject stream(String stream, StreamSummary summary) {
        var days = new JsonArray();
        summary.days()
                .forEach((day, count) ->
                        days.add(new JsonObject().put("day", day.toString()).put("count", count)));
        return new JsonObject()
                .put("stream", stream)
                .put("collection", collections.get(stream))
                .put("topic", "atlas." + stream + ".v1")
                .put("oldest", summary.head() == 0 ? 0 : 1)
                .put("head", summary.head())
                .put("oldestRecordedAt", text(summary.oldest()))
                .put("newestRecordedAt", text(summary.newest()))
                .put("days", days);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
