package org.mandateatlas.gateway.http;

import io.quarkus.logging.Log;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.mandateatlas.base.http.InvalidRequests;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.base.problem.ProblemType;

/** Turns failures and unhandled requests into problem documents. */
@Singleton
class FailureHandler {

    void register(@Observes Router router) {
        router.route().order(HandlerOrder.FAILURES.order()).failureHandler(FailureHandler::explain);
        router.route().order(HandlerOrder.NOT_FOUND.order()).handler(FailureHandler::notFound);
        router.errorHandler(400, FailureHandler::explain);
    }

    private static void notFound(RoutingContext context) {
        ProblemResponse.send(context, ProblemType.NOT_FOUND, "No resource exists at this URL.");
    }

    private static void explain(RoutingContext context) {
        EntryHandler.mark(context);
        if (context.failure() instanceof ProblemException known) {
            ProblemResponse.send(context, known);
            return;
        }
        ProblemException invalid = InvalidRequests.problem(context.request());
        if (invalid != null) {
            ProblemResponse.send(context, invalid);
            return;
        }
        ProblemType type = ProblemType.ofStatus(context.statusCode());
        if (type == ProblemType.INTERNAL_ERROR) {
            Log.errorf(
                    context.failure(),
                    "%s %s failed",
                    context.request().method(),
                    context.request().path());
        }
        ProblemResponse.send(context, type, type.meaning());
    }
}
