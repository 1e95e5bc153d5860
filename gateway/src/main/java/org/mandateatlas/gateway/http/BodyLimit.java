package org.mandateatlas.gateway.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.base.problem.ProblemType;

/** Limits the size of bodies, with or without a declared length. */
@Singleton
public class BodyLimit {

    private final long bytes;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.bytes = limit.asLongValue();
    }

    /** Returns whether a body of this size is too large. */
    public boolean isExceededBy(long received) {
        return received > bytes;
    }

    /** Rejects a request whose body is too large. */
    public void refuse(RoutingContext context) {
        ProblemResponse.send(context, ProblemType.BODY_TOO_LARGE, "A body has at most " + bytes + " bytes.");
    }

    boolean isExceededBy(HttpServerRequest request) {
        String length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        return length != null && isExceededBy(Long.parseLong(length));
    }
}
