package org.mandateatlas.gateway.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.compose.AggregateAnswers;
import org.mandateatlas.gateway.compose.Json;
import org.mandateatlas.gateway.compose.PartialResult;
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

/**
 * One search over all collections at {@code /v1/search}. Their owners find the candidates; here they are ranked together. A document
 * is found by whatever it says of any day, and shown as it was on the day that is asked for.
 */
@Singleton
class SearchPages {

    private static final int PAGE = 20;
    private static final int LARGEST_PAGE = 200;
    private static final String OF_ALL_DAYS = "-of-all-days";
    private static final Set<String> CALLED_AFTER_OTHERS = Set.of("capacities", "participations");
    private static final List<String> OTHERS = List.of("institutions", "functions", "processes");
    private static final ContentNegotiation FORMS = new ContentNegotiation(Representation.JSON);
    private static final Set<String> SINGLE = Set.of("q", "validAt", "knownAt", "limit", PageLinks.CURSOR);
    private static final Set<String> REPEATABLE = Set.of("collection");

    private final PinnedReads reads;
    private final AggregateAnswers answers;
    private final Clock clock;

    SearchPages(PinnedReads reads, AggregateAnswers answers, Clock clock) {
        this.reads = reads;
        this.answers = answers;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.route("/v1/search").order(HandlerOrder.AGGREGATES.order()).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        if (FORMS.choose(context) == null) {
            return;
        }
        Parameters parameters = Parameters.of(context, SINGLE, REPEATABLE);
        String q = parameters.required("q");
        Typed typed = Typed.of(q);
        List<String> asked = parameters.words("collection", reads.collections());
        List<String> collections = asked.isEmpty()
                ? reads.collections()
                : asked.stream().distinct().toList();
        int limit = parameters.number("limit", 1, LARGEST_PAGE, PAGE);
        Cursor cursor = Cursor.of(context);
        HitPlace after = cursor == null ? null : HitPlace.of(cursor);
        Times times = Times.of(parameters, clock);
        Future<Pinned> read = read(Candidates.of(q), collections, times, cursor);
        Future<Names> names = names(collections, times);
        answers.answer(
                context,
                Future.all(read, names).map(both -> read.result().composed()),
                composed -> page(context, typed, names.result(), collections, read.result(), after, limit));
    }

    /** Those whose names cannot be read are called by their ids. */
    private Future<Names> names(List<String> collections, Times times) {
        if (collections.stream().noneMatch(CALLED_AFTER_OTHERS::contains)) {
            return Future.succeededFuture(Names.UNKNOWN);
        }
        List<SubRequest> parts = OTHERS.stream()
                .map(collection -> SubRequest.whole(collection, "/v1/" + collection + "?fields=id,name"))
                .toList();
        return reads.read(parts, times, null)
                .map(read -> Names.of(OTHERS.stream()
                        .flatMap(collection ->
                                read.composed().items(collection).stream().map(item -> Document.of(collection, item)))
                        .toList()));
    }

    private Future<Pinned> read(Candidates candidates, List<String> collections, Times times, @Nullable Cursor cursor) {
        var pin = cursor == null ? null : cursor.pin();
        List<SubRequest> parts = collections.stream()
                .map(collection -> candidates.counted(collection, collection))
                .toList();
        Future<Pinned> read = reads.read(parts, times, pin);
        if (times.validAt() == null) {
            return read;
        }
        List<SubRequest> ofAllDays = collections.stream()
                .map(collection -> candidates.counted(collection + OF_ALL_DAYS, collection))
                .toList();
        Future<Pinned> further = reads.read(ofAllDays, times.ofAllDays(), pin);
        return Future.all(read, further).map(both -> read.result().and(further.result()));
    }

    private static ObjectNode page(
            RoutingContext context,
            Typed typed,
            Names names,
            List<String> collections,
            Pinned read,
            @Nullable HitPlace after,
            int limit) {
        PartialResult composed = read.composed();
        List<Hit> all = collections.stream()
                .flatMap(collection -> hits(typed, collection, composed).stream())
                .sorted()
                .toList();
        List<Hit> left = after == null
                ? all
                : all.stream().filter(hit -> after.compareTo(hit.place()) < 0).toList();
        List<Hit> shown = left.subList(0, Math.min(limit, left.size()));
        String next = shown.size() == left.size()
                ? null
                : PageLinks.next(
                        context, new Cursor(read.pin(), shown.getLast().place().texts()).text(context));
        ArrayNode found = found(collections, composed);
        long total = 0;
        boolean complete = true;
        for (var one : found) {
            total += one.path("total").asLong();
            complete &= one.path("complete").asBoolean();
        }
        ObjectNode json = Json.object()
                .put("self", PageLinks.self(context))
                .put("next", next)
                .put("total", total)
                .put("complete", complete);
        shown.stream().map(hit -> hit.json(typed, names)).forEach(json.putArray("items")::add);
        json.set("collections", found);
        ArrayNode missing = json.putArray("missing");
        composed.missing().stream()
                .filter(part -> !part.part().endsWith(OF_ALL_DAYS))
                .forEach(part -> missing.add(part.json()));
        return json.put("position", composed.position().toString());
    }

    /** What an owner has found and is not seen here is a hit of the lowest kind, rather than none. */
    private static List<Hit> hits(Typed typed, String collection, PartialResult composed) {
        Map<String, Document> ofAllDays = new HashMap<>();
        composed.items(collection + OF_ALL_DAYS).forEach(item -> {
            Document document = Document.of(collection, item);
            ofAllDays.put(document.id(), document);
        });
        return composed.items(collection).stream()
                .map(item -> {
                    Document document = Document.of(collection, item);
                    Match match = Match.of(typed, ofAllDays.getOrDefault(document.id(), document));
                    return new Hit(document, Objects.requireNonNullElseGet(match, () -> Match.unseen(document)));
                })
                .toList();
    }

    private static ArrayNode found(List<String> collections, PartialResult composed) {
        ArrayNode found = Json.array();
        for (String collection : collections) {
            if (composed.has(collection)) {
                var part = composed.part(collection);
                found.addObject()
                        .put("collection", collection)
                        .put(
                                "total",
                                part.path("total").asLong(part.path("items").size()))
                        .put("complete", !part.path("next").isTextual());
            }
        }
        return found;
    }
}
