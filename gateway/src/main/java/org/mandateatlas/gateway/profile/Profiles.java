package org.mandateatlas.gateway.profile;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.mandateatlas.gateway.compose.AggregateAnswers;
import org.mandateatlas.gateway.compose.Composition;
import org.mandateatlas.gateway.compose.Times;
import org.mandateatlas.gateway.edge.HandlerOrder;
import org.mandateatlas.gateway.request.Parameters;

/** Gives the profiles of institutions, processes and functions. */
@Singleton
class Profiles {

    private final List<Profile> kinds;
    private final Vertx vertx;
    private final Composition composition;
    private final AggregateAnswers answers;
    private final NameReads nameReads;
    private final Clock clock;

    Profiles(
            InstitutionProfile institutions,
            ProcessProfile processes,
            FunctionProfile functions,
            Vertx vertx,
            Composition composition,
            AggregateAnswers answers,
            NameReads nameReads,
            Clock clock) {
        this.vertx = vertx;
        this.kinds = List.of(institutions, processes, functions);
        this.composition = composition;
        this.answers = answers;
        this.nameReads = nameReads;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        for (Profile kind : kinds) {
            router.route("/v1/" + kind.collection() + "/:id/profile")
                    .order(HandlerOrder.AGGREGATES.order())
                    .handler(context -> answer(context, kind));
        }
    }

    private void answer(RoutingContext context, Profile kind) {
        String id = Parameters.slug("id", Objects.requireNonNullElse(context.pathParam("id"), ""));
        var times = Times.of(Parameters.of(context, Set.of("validAt", "knownAt"), Set.of()), clock);
        var reading = new ProfileReading(vertx, composition, nameReads, kind, id, times);
        answers.answer(context, reading.read(), reading::written);
    }
}
