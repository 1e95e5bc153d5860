package org.mandateatlas.gateway.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.mandateatlas.gateway.compose.AggregateAnswers;
import org.mandateatlas.gateway.compose.Composition;
import org.mandateatlas.gateway.compose.Json;
import org.mandateatlas.gateway.compose.PartialResult;
import org.mandateatlas.gateway.compose.SubRequest;
import org.mandateatlas.gateway.compose.Times;
import org.mandateatlas.gateway.document.Document;
import org.mandateatlas.gateway.edge.HandlerOrder;
import org.mandateatlas.gateway.page.ContentNegotiation;
import org.mandateatlas.gateway.page.Representation;
import org.mandateatlas.gateway.reading.PinnedReads;
import org.mandateatlas.gateway.request.Parameters;

/** Names to choose from while somebody types, at {@code /v1/suggest}; a further letter only narrows them. */
@Singleton
class Suggestions {

    private static final int USUAL = 10;
    private static final int MOST = 50;
    private static final ContentNegotiation FORMS = new ContentNegotiation(Representation.JSON);
    private static final Set<String> SINGLE = Set.of("q", "validAt", "knownAt", "limit");
    private static final Set<String> REPEATABLE = Set.of("collection");

    /** What has no name of its own but that of others is suggested only to who asks for it. */
    private static final Set<String> NAMELESS = Set.of("capacities", "participations");

    private final Composition composition;
    private final AggregateAnswers answers;
    private final Clock clock;
    private final List<String> known;

    Suggestions(Composition composition, PinnedReads reads, AggregateAnswers answers, Clock clock) {
        this.composition = composition;
        this.answers = answers;
        this.clock = clock;
        this.known = reads.collections();
    }

    void register(@Observes Router router) {
        router.route("/v1/suggest").order(HandlerOrder.AGGREGATES.order()).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        if (FORMS.choose(context) == null) {
            return;
        }
        Parameters parameters = Parameters.of(context, SINGLE, REPEATABLE);
        String q = parameters.required("q");
        Typed typed = Typed.of(q);
        List<String> asked = parameters.words("collection", known);
        int limit = parameters.number("limit", 1, MOST, USUAL);
        Times times = Times.of(parameters, clock);
        Candidates candidates = Candidates.of(q);
        List<SubRequest> parts = (asked.isEmpty()
                        ? known.stream().filter(collection -> !NAMELESS.contains(collection))
                        : asked.stream().distinct())
                .map(candidates::named)
                .map(part -> new SubRequest(part.name(), times.at(part.uri()), part.extent()))
                .toList();
        answers.answer(
                context,
                composition.compose(parts, composition.deadline()),
                composed -> suggestions(typed, composed, limit));
    }

    private static ObjectNode suggestions(Typed typed, PartialResult composed, int limit) {
        List<Hit> hits = composed.parts().keySet().stream()
                .flatMap(collection -> composed.items(collection).stream().map(item -> Document.of(collection, item)))
                .<Hit>mapMulti((document, found) -> {
                    Match match = Match.ofName(typed, document);
                    if (match != null) {
                        found.accept(new Hit(document, match));
                    }
                })
                .sorted()
                .limit(limit)
                .toList();
        ObjectNode json = Json.object();
        hits.stream().map(hit -> hit.suggestion(typed)).forEach(json.putArray("items")::add);
        json.set("missing", composed.missingJson());
        return json.put("position", composed.position().toString());
    }
}
