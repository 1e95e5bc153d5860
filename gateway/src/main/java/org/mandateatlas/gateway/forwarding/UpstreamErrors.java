package org.mandateatlas.gateway.forwarding;

import io.quarkus.logging.Log;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.base.problem.ProblemType;

/** What a client is told when an owner gives no answer. */
final class UpstreamErrors {

    private UpstreamErrors() {}

    static void tell(RoutingContext context, Upstream owner, Throwable failure, Duration retryAfter) {
        if (failure instanceof TimeoutException) {
            Log.warnf(
                    "%s did not answer %s %s in time",
                    owner.name(), context.request().method(), context.request().path());
            ProblemResponse.send(context, ProblemType.OWNER_TIMEOUT, owner.name() + " did not answer in time.");
        } else {
            Log.warnf("%s is not available: %s", owner.name(), failure.getMessage());
            context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
            ProblemResponse.send(
                    context, ProblemType.OWNER_UNAVAILABLE, owner.name() + " cannot be reached at the moment.");
        }
    }
}
