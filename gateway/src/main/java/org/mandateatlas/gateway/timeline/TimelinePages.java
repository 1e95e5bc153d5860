package org.mandateatlas.gateway.timeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.compose.AggregateAnswers;
import org.mandateatlas.gateway.compose.Json;
import org.mandateatlas.gateway.compose.SubRequest;
import org.mandateatlas.gateway.compose.Times;
import org.mandateatlas.gateway.document.Document;
import org.mandateatlas.gateway.document.Names;
import org.mandateatlas.gateway.edge.HandlerOrder;
import org.mandateatlas.gateway.page.ContentNegotiation;
import org.mandateatlas.gateway.page.PageLinks;
import org.mandateatlas.gateway.page.Representation;
import org.mandateatlas.gateway.reading.Cursor;
import org.mandateatlas.gateway.reading.Pinned;
import org.mandateatlas.gateway.reading.PinnedReads;
import org.mandateatlas.gateway.request.Parameters;

/** Everything dated in the registry at {@code /v1/timeline}, page by page. */
@Singleton
class TimelinePages {

    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1000;
    private static final ContentNegotiation FORMS = new ContentNegotiation(Representation.JSON);
    private static final Set<String> SINGLE = Set.of("from", "to", "validAt", "knownAt", "limit", PageLinks.CURSOR);
    private static final Set<String> REPEATABLE = Set.of("collection", "institution", "function", "process", "event");

    private final PinnedReads reads;
    private final AggregateAnswers answers;
    private final Clock clock;

    TimelinePages(PinnedReads reads, AggregateAnswers answers, Clock clock) {
        this.reads = reads;
        this.answers = answers;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.route("/v1/timeline").order(HandlerOrder.AGGREGATES.order()).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        if (FORMS.choose(context) == null) {
            return;
        }
        Parameters parameters = Parameters.of(context, SINGLE, REPEATABLE);
        TimelineFilter filter = TimelineFilter.of(parameters, reads.collections());
        int limit = parameters.number("limit", 1, LARGEST_PAGE, PAGE);
        Times times = Times.of(parameters, clock);
        Cursor cursor = Cursor.of(context);
        Place after = cursor == null ? null : Place.of(cursor);
        List<SubRequest> parts = reads.collections().stream()
                .map(collection -> SubRequest.whole(collection, "/v1/" + collection))
                .toList();
        Future<Pinned> read = reads.read(parts, times, cursor == null ? null : cursor.pin());
        answers.answer(
                context, read.map(Pinned::composed), composed -> page(context, read.result(), filter, after, limit));
    }

    private static ObjectNode page(
            RoutingContext context, Pinned read, TimelineFilter filter, @Nullable Place after, int limit) {
        var documents = new ArrayList<Document>();
        read.composed()
                .parts()
                .keySet()
                .forEach(collection -> read.composed()
                        .items(collection)
                        .forEach(item -> documents.add(Document.of(collection, item))));
        List<Entry> all = Timeline.of(documents, Names.of(documents)).stream()
                .filter(filter::passes)
                .toList();
        List<Entry> left =
                after == null ? all : all.stream().filter(after::isBefore).toList();
        List<Entry> shown = left.subList(0, Math.min(limit, left.size()));
        String next = shown.size() == left.size()
                ? null
                : PageLinks.next(
                        context,
                        new Cursor(read.pin(), Place.of(shown.getLast()).texts()).text(context));
        ObjectNode json = Json.object()
                .put("self", PageLinks.self(context))
                .put("next", next)
                .put("total", all.size());
        shown.stream().map(Entry::json).forEach(json.putArray("items")::add);
        json.set("missing", read.composed().missingJson());
        return json.put("position", read.composed().position().toString());
    }
}
