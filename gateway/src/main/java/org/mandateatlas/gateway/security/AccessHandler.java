package org.mandateatlas.gateway.security;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.gateway.http.HandlerOrder;
import org.mandateatlas.gateway.proxy.RoutingTable;

/**
 * Reads are public and writes require the role curator. A collection with roles requires one of them for reads too. The upstreams check
 * again.
 */
@Singleton
public class AccessHandler {

    static final String CURATOR = "curator";

    private static final Set<HttpMethod> WRITES = Set.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final RoutingTable upstreams;

    AccessHandler(RoutingTable upstreams) {
        this.upstreams = upstreams;
    }

    void register(@Observes Router router) {
        router.route("/v1/*").order(HandlerOrder.METHODS.order()).handler(this::checkMethod);
        router.route("/v1/*").order(HandlerOrder.ACCESS.order()).handler(this::check);
    }

    /** Upstreams with roles check methods themselves; reads skip the check. */
    private void checkMethod(RoutingContext context) {
        HttpMethod method = context.request().method();
        String path = context.normalizedPath();
        boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        if ((reads && !upstreams.isPostQuery(path)) || !upstreams.rolesOf(path).isEmpty()) {
            context.next();
        } else {
            Methods.at(path, upstreams).check(context);
        }
    }

    private void check(RoutingContext context) {
        boolean reads = !isWrite(context);
        Set<String> roles = upstreams.rolesOf(context.normalizedPath());
        if (!roles.isEmpty() && context.request().method().equals(HttpMethod.OPTIONS)) {
            context.next();
        } else if (!roles.isEmpty()) {
            authenticate(context, identity -> requireRole(context, identity, roles));
        } else if (reads && !context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            context.next();
        } else {
            authenticate(context, identity -> authorize(context, identity, reads));
        }
    }

    private boolean isWrite(RoutingContext context) {
        HttpMethod method = context.request().method();
        return WRITES.contains(method)
                || (method.equals(HttpMethod.POST) && upstreams.isBatch(context.normalizedPath()));
    }

    /** Authentication is lazy, so that reads without a token cost nothing. A remote key set is read on another thread. */
    private static void authenticate(RoutingContext context, Consumer<SecurityIdentity> judge) {
        context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        Uni<SecurityIdentity> deferred = Objects.requireNonNull(context.get(QuarkusHttpUser.DEFERRED_IDENTITY_KEY));
        var eventLoop = context.vertx().getOrCreateContext();
        deferred.subscribe()
                .with(
                        identity -> continueOn(eventLoop, context, () -> judge.accept(identity)),
                        failure -> continueOn(eventLoop, context, () -> reject(context, failure)));
    }

    private static void continueOn(Context eventLoop, RoutingContext context, Runnable step) {
        if (Context.isOnEventLoopThread()) {
            run(context, step);
        } else {
            eventLoop.runOnContext(called -> run(context, step));
        }
    }

    /** Mutiny drops an exception of a subscriber, so the request would get no response. */
    private static void run(RoutingContext context, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            context.fail(e);
        }
    }

    private static void reject(RoutingContext context, Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            refuse(context, "The token is expired, malformed or not from a trusted issuer.");
        } else {
            context.fail(failure);
        }
    }

    private static void authorize(RoutingContext context, SecurityIdentity identity, boolean reads) {
        if (identity.isAnonymous()) {
            refuse(context, reads ? "The Authorization header has no bearer token." : "A write needs a bearer token.");
            return;
        }
        Caller.remember(context, identity);
        if (reads || identity.hasRole(CURATOR)) {
            context.next();
        } else {
            ProblemResponse.send(context, ProblemType.FORBIDDEN, "A write needs the role " + CURATOR + ".");
        }
    }

    private static void requireRole(RoutingContext context, SecurityIdentity identity, Set<String> roles) {
        if (identity.isAnonymous()) {
            refuse(context, "This collection requires a bearer token.");
        } else if (roles.stream().anyMatch(identity::hasRole)) {
            Caller.remember(context, identity);
            context.next();
        } else {
            ProblemResponse.send(
                    context,
                    ProblemType.FORBIDDEN,
                    "This collection requires one of the roles " + String.join(", ", roles) + ".");
        }
    }

    private static void refuse(RoutingContext context, String detail) {
        context.response().headers().set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
        ProblemResponse.send(context, ProblemType.UNAUTHORIZED, detail);
    }
}
