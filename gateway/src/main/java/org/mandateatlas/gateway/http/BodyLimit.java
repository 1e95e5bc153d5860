package org.mandateatlas.gateway.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.mandateatlas.base.problem.EarlyProblems;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.base.problem.ProblemType;

/** Limits the size of bodies, with or without a declared length. */
public final class BodyLimit {

    private BodyLimit() {}

    /** Returns whether a body of this size is too large for the request. */
    public static boolean isExceeded(RoutingContext context, long received) {
        return received > EarlyProblems.largest(context.normalizedPath());
    }

    /** Rejects a request whose body is too large. */
    public static void refuse(RoutingContext context) {
        ProblemResponse.send(
                context,
                ProblemType.BODY_TOO_LARGE,
                "A body has at most " + EarlyProblems.largest(context.normalizedPath()) + " bytes.");
    }

    static boolean isExceeded(RoutingContext context) {
        String length = context.request().headers().get(HttpHeaders.CONTENT_LENGTH);
        return length != null && isExceeded(context, Long.parseLong(length));
    }
}
