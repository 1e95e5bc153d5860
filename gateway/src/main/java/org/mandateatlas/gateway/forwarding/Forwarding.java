package org.mandateatlas.gateway.forwarding;

import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.mandateatlas.gateway.cache.AnswerCache;
import org.mandateatlas.gateway.cache.CacheStatus;
import org.mandateatlas.gateway.cache.Today;
import org.mandateatlas.gateway.edge.BodyLimit;
import org.mandateatlas.gateway.position.Heads;

/** Sends each request below {@code /v1} to the owner of its collection. */
@Singleton
class Forwarding {

    private static final int AFTER_ACCESS = 100;
    private static final Set<HttpMethod> WRITES =
            Set.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.POST, HttpMethod.DELETE);

    private final Owners owners;
    private final BodyLimit bodyLimit;
    private final Calls calls;
    private final AnswerCache cache;
    private final Today today;
    private final Foundations foundations;
    private final Heads heads;

    Forwarding(
            Owners owners,
            BodyLimit bodyLimit,
            Calls calls,
            AnswerCache cache,
            Today today,
            Foundations foundations,
            Heads heads) {
        this.owners = owners;
        this.bodyLimit = bodyLimit;
        this.calls = calls;
        this.cache = cache;
        this.today = today;
        this.foundations = foundations;
        this.heads = heads;
    }

    void register(@Observes Router router) {
        router.route("/v1/*").order(AFTER_ACCESS).handler(this::forward);
    }

    private void forward(RoutingContext context) {
        String path = context.normalizedPath();
        Owner owner = path.length() > "/v1/".length() ? owners.ofPath(path) : null;
        if (owner == null) {
            context.next();
        } else if (Context.isOnEventLoopThread()) {
            forward(context, owner);
        } else {
            context.vertx().runOnContext(back -> forward(context, owner));
        }
    }

    private void forward(RoutingContext context, Owner owner) {
        if (CachedRead.suits(context.request()) && cache.isOpen()) {
            new CachedRead(context, cache, calls, foundations, owner).begin(today.day(), () -> pass(context, owner));
        } else {
            pass(context, owner);
        }
    }

    private void pass(RoutingContext context, Owner owner) {
        if (Call.READS.contains(context.request().method())) {
            cache.count(CacheStatus.BYPASS);
        }
        new Exchange(context, calls, bodyLimit, owner, outcome(context, owner)).begin();
    }

    private WriteOutcome outcome(RoutingContext context, Owner owner) {
        String path = context.normalizedPath();
        boolean writes = WRITES.contains(context.request().method()) && !owners.isQuestion(path);
        return new WriteOutcome(writes ? foundations.movedBy(owner, path) : Set.of(), heads);
    }
}
