package org.mandateatlas.gateway.edge;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.mandateatlas.gateway.problem.Problem;
import org.mandateatlas.gateway.problem.ProblemType;

/** Gives whatever fails, and whatever nobody answers, the form of a problem document. */
@Singleton
class Failures {

    private static final int FIRST = -20_000;
    private static final int LAST = 1_000_000;

    void register(@Observes Router router) {
        router.route().order(FIRST).failureHandler(Failures::explain);
        router.route().order(LAST).handler(Failures::notFound);
        router.errorHandler(400, Failures::explain);
    }

    private static void notFound(RoutingContext context) {
        new Problem(ProblemType.NOT_FOUND, "There is nothing at this address.").send(context);
    }

    private static void explain(RoutingContext context) {
        Edge.mark(context);
        Throwable failure = context.failure();
        if (failure instanceof AuthenticationFailedException) {
            context.response().headers().set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            new Problem(ProblemType.UNAUTHORIZED, "The token is expired, malformed or not from a trusted issuer.")
                    .send(context);
            return;
        }
        ProblemType type = ProblemType.ofStatus(context.statusCode());
        if (type == ProblemType.INTERNAL_ERROR) {
            Log.errorf(
                    failure,
                    "%s %s failed",
                    context.request().method(),
                    context.request().path());
        }
        new Problem(type, type.meaning()).send(context);
    }
}
