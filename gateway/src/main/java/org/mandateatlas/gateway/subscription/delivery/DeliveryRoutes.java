package org.mandateatlas.gateway.subscription.delivery;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.gateway.request.Parameters;
import org.mandateatlas.gateway.security.Caller;
import org.mandateatlas.gateway.subscription.Answering;
import org.mandateatlas.gateway.subscription.Database;
import org.mandateatlas.gateway.subscription.Paging;
import org.mandateatlas.gateway.subscription.SubscriptionChanged;
import org.mandateatlas.gateway.subscription.SubscriptionRepository;
import org.mandateatlas.gateway.subscription.Words;
import org.mandateatlas.gateway.subscription.delivery.Delivery.Outcome;

/** Deliveries over HTTP: to look at, and to ask for again. */
@Singleton
class DeliveryRoutes {

    private static final String ALL = "/v1/subscriptions/:id/deliveries";
    private static final String ID = "id";
    private static final String DELIVERY = "delivery";
    private static final String OUTCOME = "outcome";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private final Database database;
    private final SubscriptionRepository subscriptions;
    private final DeliveryRepository deliveries;
    private final Event<SubscriptionChanged> changed;

    DeliveryRoutes(
            Database database,
            SubscriptionRepository subscriptions,
            DeliveryRepository deliveries,
            Event<SubscriptionChanged> changed) {
        this.database = database;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.changed = changed;
    }

    void register(@Observes Router router) {
        new Answering().on(HttpMethod.GET, this::list).at(router, ALL);
        new Answering().on(HttpMethod.GET, this::get).at(router, ALL + "/:delivery");
        new Answering().on(HttpMethod.POST, this::askAgain).at(router, ALL + "/:delivery/redelivery");
    }

    private void list(RoutingContext context) {
        Paging paging = Paging.of(context, Set.of(), Set.of(OUTCOME));
        var outcomes = new HashSet<>(paging.parameters().words(OUTCOME, Words.all(Outcome.class)));
        var found = ask(
                context,
                (connection, id) -> deliveries.list(
                        connection,
                        id,
                        paging.last() == null ? Long.MAX_VALUE : paging.last(),
                        outcomes,
                        paging.limit() + 1));
        Answering.when(
                context,
                found,
                rows -> Answering.read(context, paging.page(context, rows, Delivery::number, Delivery::toJson)));
    }

    private void get(RoutingContext context) {
        Parameters.of(context, Set.of(), Set.of());
        long number = number(context);
        var found = ask(context, (connection, id) -> present(deliveries.find(connection, id, number)));
        Answering.when(context, found, delivery -> Answering.read(context, delivery.toJson()));
    }

    private void askAgain(RoutingContext context) {
        Parameters.of(context, Set.of(), Set.of());
        long number = number(context);
        var asked = ask(context, (connection, id) -> present(deliveries.askAgain(connection, id, number)));
        Answering.when(context, asked, delivery -> {
            String id = id(context);
            changed.fire(new SubscriptionChanged(id));
            context.response()
                    .putHeader(HttpHeaders.LOCATION, "/v1/subscriptions/" + id + "/deliveries/" + delivery.number());
            Answering.written(context, 202, delivery.toJson());
        });
    }

    private <T> Future<T> ask(RoutingContext context, OfSubscription<T> question) {
        String id = id(context);
        Caller caller = Caller.of(context);
        return database.ask(() -> database.inTransaction(connection -> {
            subscriptions.requireVisible(connection, id, caller);
            return question.answer(connection, id);
        }));
    }

    private static Delivery present(@Nullable Delivery found) {
        if (found == null) {
            throw new ProblemException(ProblemType.NOT_FOUND, "The subscription has no delivery of this id.");
        }
        return found;
    }

    private static String id(RoutingContext context) {
        return Parameters.slug(ID, Objects.requireNonNull(context.pathParam(ID)));
    }

    private static long number(RoutingContext context) {
        String text = Objects.requireNonNull(context.pathParam(DELIVERY));
        if (!NUMBER.matcher(text).matches()) {
            throw ProblemException.parameter(DELIVERY, "is not the id of a delivery, which is a number");
        }
        return Long.parseLong(text);
    }

    /** What is asked of a subscription that the caller may see. */
    @FunctionalInterface
    private interface OfSubscription<T> {

        T answer(Connection connection, String id) throws SQLException;
    }
}
