package org.mandateatlas.gateway.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.mandateatlas.base.problem.EarlyProblems;
import org.mandateatlas.base.problem.ProblemResponse;

/** Limits the declared size of bodies. */
final class BodyLimit {

    private BodyLimit() {}

    /** Rejects a request whose body is too large. */
    static void refuse(RoutingContext context) {
        ProblemResponse.send(context, EarlyProblems.tooLarge(EarlyProblems.largest(context.normalizedPath())));
    }

    static boolean isExceeded(RoutingContext context) {
        String length = context.request().headers().get(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > EarlyProblems.largest(context.normalizedPath());
    }
}
