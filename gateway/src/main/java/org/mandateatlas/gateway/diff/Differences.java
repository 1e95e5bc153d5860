package org.mandateatlas.gateway.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.mandateatlas.gateway.compose.AggregateAnswers;
import org.mandateatlas.gateway.compose.Composition;
import org.mandateatlas.gateway.compose.Deadline;
import org.mandateatlas.gateway.compose.PartialResult;
import org.mandateatlas.gateway.compose.SubRequest;
import org.mandateatlas.gateway.compose.Times;
import org.mandateatlas.gateway.diff.Span.Axis;
import org.mandateatlas.gateway.document.Document;
import org.mandateatlas.gateway.document.Names;
import org.mandateatlas.gateway.edge.HandlerOrder;
import org.mandateatlas.gateway.page.ContentNegotiation;
import org.mandateatlas.gateway.page.Representation;
import org.mandateatlas.gateway.reading.PinnedReads;
import org.mandateatlas.gateway.request.Parameters;

/** What changed between two days or two instants, at {@code /v1/diff}. */
@Singleton
class Differences {

    private static final int MOST_HISTORIES = 200;
    private static final String BEFORE = "#before";
    private static final String AFTER = "#after";
    private static final ContentNegotiation FORMS = new ContentNegotiation(Representation.JSON);
    private static final Set<String> SINGLE = Set.of("from", "to", "validAt", "knownAt");
    private static final Set<String> REPEATABLE = Set.of("collection", "institution", "function");

    private final Vertx vertx;
    private final Composition composition;
    private final AggregateAnswers answers;
    private final Clock clock;
    private final List<String> known;

    Differences(Vertx vertx, Composition composition, PinnedReads reads, AggregateAnswers answers, Clock clock) {
        this.vertx = vertx;
        this.composition = composition;
        this.answers = answers;
        this.clock = clock;
        this.known = reads.collections();
    }

    void register(@Observes Router router) {
        router.route("/v1/diff").order(HandlerOrder.AGGREGATES.order()).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        if (FORMS.choose(context) == null) {
            return;
        }
        Parameters parameters = Parameters.of(context, SINGLE, REPEATABLE);
        Span span = Span.of(parameters, clock);
        DiffFilter filter = DiffFilter.of(parameters, known);
        Deadline deadline = composition.deadline();
        Future<Compared> compared = sides(span, deadline)
                .compose(sides -> compared(sides, filter))
                .compose(both -> histories(both, span, deadline));
        answers.answer(context, compared.map(Compared::composed), composed -> answer(compared.result(), span, filter));
    }

    /** The answer reflects the logs as they are on the second side; what the first one reflects is over. */
    private Future<PartialResult> sides(Span span, Deadline deadline) {
        Future<PartialResult> before = composition.compose(parts(BEFORE, span.before()), deadline);
        Future<PartialResult> after = composition.compose(parts(AFTER, span.after()), deadline);
        return Future.all(before, after).map(both -> {
            PartialResult sides = before.result().and(after.result());
            return new PartialResult(
                    sides.parts(), sides.missing(), after.result().reached(), sides.lost());
        });
    }

    /** All collections are read, whichever are asked for: names are taken from them. */
    private List<SubRequest> parts(String side, Times times) {
        return known.stream()
                .map(collection -> SubRequest.whole(collection + side, times.at("/v1/" + collection + "?limit=500")))
                .toList();
    }

    private Future<Compared> compared(PartialResult sides, DiffFilter filter) {
        return vertx.executeBlocking(() -> compare(sides, filter), false).map(Objects::requireNonNull);
    }

    /** A collection of which only one side could be had cannot be compared. */
    private Compared compare(PartialResult sides, DiffFilter filter) {
        var pairs = new ArrayList<Pair>();
        for (String collection : known) {
            if (sides.has(collection + BEFORE) && sides.has(collection + AFTER)) {
                Pair.differing(collection, sides.items(collection + BEFORE), sides.items(collection + AFTER)).stream()
                        .filter(pair -> filter.passes(collection, pair.about()))
                        .forEach(pairs::add);
            }
        }
        return new Compared(sides, pairs);
    }

    /** Which of our knowledge was put right, and which changed with the world, only the history of a document tells. */
    private Future<Compared> histories(Compared compared, Span span, Deadline deadline) {
        if (span.axis() == Axis.WORLD) {
            return Future.succeededFuture(compared);
        }
        List<SubRequest> parts = compared.pairs.stream()
                .filter(pair -> pair.before() != null || !pair.isFirstVersion())
                .limit(MOST_HISTORIES)
                .map(pair -> SubRequest.single(pair.path(), "/v1/" + pair.path() + "/history"))
                .toList();
        return composition
                .compose(parts, deadline)
                .map(further -> new Compared(compared.composed.and(further), compared.pairs));
    }

    private ObjectNode answer(Compared compared, Span span, DiffFilter filter) {
        PartialResult composed = compared.composed;
        var documents = new ArrayList<Document>();
        for (String side : List.of(BEFORE, AFTER)) {
            known.forEach(collection ->
                    composed.items(collection + side).forEach(item -> documents.add(Document.of(collection, item))));
        }
        List<Change> changes = compared.pairs.stream()
                .map(pair -> Change.of(pair, span, history(composed, pair)))
                .toList();
        return new DiffAnswer(span, filter, changes, Names.of(documents)).json(composed);
    }

    private static JsonNode history(PartialResult composed, Pair pair) {
        return composed.part(pair.path());
    }

    /** What differs, and what it was found in. */
    private record Compared(PartialResult composed, List<Pair> pairs) {}
}
