package org.mandateatlas.gateway.subscription;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.gateway.request.Parameters;
import org.mandateatlas.gateway.security.Caller;
import org.mandateatlas.gateway.subscription.Subscription.State;
import org.mandateatlas.gateway.subscription.webhook.Secret;
import org.mandateatlas.gateway.subscription.webhook.WebhooksConfig;

/** Subscriptions over HTTP; each caller has their own, a curator sees all. */
@Singleton
class SubscriptionRoutes {

    private static final String ALL = "/v1/subscriptions";
    private static final String ID = "id";
    private static final String STATE = "state";

    private final Database database;
    private final SubscriptionRepository subscriptions;
    private final SubscriptionRequestReader wishes;
    private final JsonBody bodies;
    private final Feed feed;
    private final WebhooksConfig config;
    private final Event<SubscriptionChanged> changed;

    SubscriptionRoutes(
            Database database,
            SubscriptionRepository subscriptions,
            SubscriptionRequestReader wishes,
            JsonBody bodies,
            Feed feed,
            WebhooksConfig config,
            Event<SubscriptionChanged> changed) {
        this.database = database;
        this.subscriptions = subscriptions;
        this.wishes = wishes;
        this.bodies = bodies;
        this.feed = feed;
        this.config = config;
        this.changed = changed;
    }

    void register(@Observes Router router) {
        new Answering()
                .on(HttpMethod.GET, this::list)
                .on(HttpMethod.POST, this::create)
                .at(router, ALL);
        new Answering()
                .on(HttpMethod.GET, this::get)
                .on(HttpMethod.PATCH, this::change)
                .on(HttpMethod.DELETE, this::delete)
                .at(router, ALL + "/:id");
        new Answering().on(HttpMethod.POST, this::replaceSecret).at(router, ALL + "/:id/secret");
    }

    private void create(RoutingContext context) {
        Parameters.of(context, Set.of(), Set.of());
        Caller caller = Caller.of(context);
        Secret made = Secret.make();
        Future<JsonObject> created = bodies.read(context, Set.of(JsonBody.JSON))
                .compose(body -> database.ask(() -> {
                    SubscriptionRequest wish = wishes.ofNew(body);
                    Secret secret = wish.secret() == null ? made : wish.secret();
                    var after = wish.after() == null ? feed.head() : wish.after();
                    Subscription added = database.inTransaction(connection -> subscriptions.add(
                            connection,
                            newId(),
                            caller.name(),
                            wish.settings(),
                            after,
                            secret,
                            config.subscriptionsPerOwner()));
                    if (added == null) {
                        throw new ProblemException(
                                ProblemType.RULE_VIOLATED,
                                "An owner has at most " + config.subscriptionsPerOwner() + " subscriptions.");
                    }
                    return added.toJson().put("secret", secret.text());
                }));
        Answering.when(context, created, document -> {
            changed.fire(new SubscriptionChanged(document.getString(ID)));
            context.response()
                    .putHeader(HttpHeaders.LOCATION, ALL + '/' + document.getString(ID))
                    .putHeader(HttpHeaders.ETAG, "\"" + document.getInteger("version") + '"');
            Answering.written(context, 201, document);
        });
    }

    private static String newId() {
        return UUID.randomUUID().toString().toLowerCase(Locale.ROOT);
    }

    private void list(RoutingContext context) {
        Paging paging = Paging.of(context, Set.of(STATE), Set.of());
        paging.parameters().words(STATE, Words.all(State.class));
        Caller caller = Caller.of(context);
        var found = database.ask(() -> database.inTransaction(connection -> subscriptions.list(
                connection,
                paging.last() == null ? 0 : paging.last(),
                caller.curator() ? null : caller.name(),
                paging.parameters().text(STATE),
                paging.limit() + 1)));
        Answering.when(
                context,
                found,
                rows -> Answering.read(
                        context, paging.page(context, rows, Subscription::number, Subscription::toJson)));
    }

    private void get(RoutingContext context) {
        Parameters.of(context, Set.of(), Set.of());
        String id = id(context);
        Caller caller = Caller.of(context);
        var found = database.ask(
                () -> database.inTransaction(connection -> subscriptions.requireVisible(connection, id, caller)));
        Answering.when(context, found, subscription -> {
            context.response().putHeader(HttpHeaders.ETAG, IfMatch.tag(subscription));
            Answering.read(context, subscription.toJson());
        });
    }

    private void change(RoutingContext context) {
        Parameters.of(context, Set.of(), Set.of());
        String id = id(context);
        Caller caller = Caller.of(context);
        IfMatch condition = IfMatch.required(context);
        var updated = bodies.read(context, Set.of(JsonBody.MERGE_PATCH, JsonBody.JSON))
                .compose(patch -> database.ask(() -> {
                    Subscription before =
                            database.inTransaction(connection -> subscriptions.requireVisible(connection, id, caller));
                    condition.check(before);
                    SubscriptionRequest wish = wishes.ofChanged(before.settings(), patch);
                    return database.inTransaction(connection -> {
                        requireVersion(connection, before);
                        return Objects.requireNonNull(
                                subscriptions.update(connection, id, wish.settings(), wish.after()));
                    });
                }));
        Answering.when(context, updated, subscription -> {
            changed.fire(new SubscriptionChanged(id));
            context.response().putHeader(HttpHeaders.ETAG, IfMatch.tag(subscription));
            Answering.written(context, 200, subscription.toJson());
        });
    }

    /** What the patch was applied to must not have changed while the patch was looked at. */
    private void requireVersion(Connection connection, Subscription before) throws SQLException {
        Subscription now = subscriptions.findToChange(connection, before.id());
        if (now == null) {
            throw SubscriptionRepository.notFound();
        }
        new IfMatch(Set.of(IfMatch.tag(before))).check(now);
    }

    private void delete(RoutingContext context) {
        Parameters.of(context, Set.of(), Set.of());
        String id = id(context);
        Caller caller = Caller.of(context);
        IfMatch condition = IfMatch.optional(context);
        Future<@Nullable Void> deleted = database.ask(() -> database.inTransaction(connection -> {
            Subscription before = subscriptions.requireVisible(connection, id, caller);
            condition.check(before);
            subscriptions.delete(connection, id);
            return null;
        }));
        Answering.when(
                context, deleted, done -> context.response().setStatusCode(204).end());
    }

    private void replaceSecret(RoutingContext context) {
        Parameters.of(context, Set.of(), Set.of());
        String id = id(context);
        Caller caller = Caller.of(context);
        Secret made = Secret.make();
        Future<JsonObject> replaced = bodies.readIfAny(context)
                .compose(body -> database.ask(() -> {
                    Secret given = wishes.ofSecret(body);
                    Secret secret = given == null ? made : given;
                    Instant until = database.inTransaction(connection -> {
                        subscriptions.requireVisible(connection, id, caller);
                        return subscriptions.replaceSecret(connection, id, secret, config.secretOverlap());
                    });
                    return new JsonObject()
                            .put("secret", secret.text())
                            .put("previousUntil", until == null ? null : until.toString());
                }));
        Answering.when(context, replaced, document -> Answering.written(context, 200, document));
    }

    private static String id(RoutingContext context) {
        return Parameters.slug(ID, Objects.requireNonNull(context.pathParam(ID)));
    }
}
