package org.mandateatlas.gateway.access;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.problem.Problem;
import org.mandateatlas.gateway.problem.ProblemType;

/** Lets everybody read and only curators write; the owners check the same again. */
@Singleton
class Access {

    private static final int AFTER_AUTHENTICATION = 10;
    private static final String CURATOR = "curator";
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<HttpMethod> WRITES =
            Set.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.POST, HttpMethod.DELETE);

    void register(@Observes Router router) {
        router.route("/v1/*").order(AFTER_AUTHENTICATION).handler(Access::check);
    }

    private static void check(RoutingContext context) {
        HttpMethod method = context.request().method();
        SecurityIdentity identity = identity(context);
        if (identity == null && context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            refuse(context, "The Authorization header has no bearer token.");
        } else if (READS.contains(method)) {
            context.next();
        } else if (!WRITES.contains(method)) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS, PUT, PATCH, POST, DELETE");
            new Problem(ProblemType.METHOD_NOT_ALLOWED, "Nothing here knows the method " + method + ".").send(context);
        } else if (identity == null) {
            refuse(context, "A write needs a token.");
        } else if (!identity.hasRole(CURATOR)) {
            new Problem(ProblemType.FORBIDDEN, "A write needs the role " + CURATOR + ".").send(context);
        } else {
            context.next();
        }
    }

    private static @Nullable SecurityIdentity identity(RoutingContext context) {
        if (context.user() instanceof QuarkusHttpUser user
                && !user.getSecurityIdentity().isAnonymous()) {
            return user.getSecurityIdentity();
        }
        return null;
    }

    private static void refuse(RoutingContext context, String detail) {
        context.response().headers().set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
        new Problem(ProblemType.UNAUTHORIZED, detail).send(context);
    }
}
