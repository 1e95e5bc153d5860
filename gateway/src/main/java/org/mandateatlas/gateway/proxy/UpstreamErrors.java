package org.mandateatlas.gateway.proxy;

import io.quarkus.logging.Log;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.base.problem.ProblemType;

/** Problems for upstreams that do not respond. */
final class UpstreamErrors {

    private UpstreamErrors() {}

    static void send(RoutingContext context, Upstream upstream, Throwable failure, Duration retryAfter) {
        if (failure instanceof TimeoutException) {
            Log.warnf(
                    "%s did not respond to %s %s in time",
                    upstream.name(),
                    context.request().method(),
                    context.request().path());
            ProblemResponse.send(context, ProblemType.SERVICE_TIMEOUT, upstream.name() + " did not respond in time.");
        } else {
            Log.warnf("%s is not available: %s", upstream.name(), failure.getMessage());
            context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
            ProblemResponse.send(
                    context, ProblemType.SERVICE_UNAVAILABLE, upstream.name() + " cannot be reached at the moment.");
        }
    }
}
