package org.mandateatlas.gateway.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.base.problem.ProblemType;

/** The size of the largest body that is let in, whether it is announced or just keeps coming. */
@Singleton
public class BodyLimit {

    private final long bytes;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.bytes = limit.asLongValue();
    }

    /** Returns whether a body that has come to this size is too large. */
    public boolean isExceededBy(long received) {
        return received > bytes;
    }

    /** Answers a request whose body is too large. */
    public void refuse(RoutingContext context) {
        ProblemResponse.send(context, ProblemType.BODY_TOO_LARGE, "A body has at most " + bytes + " bytes.");
    }

    boolean isExceededBy(HttpServerRequest request) {
        String length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        return length != null && isExceededBy(Long.parseLong(length));
    }
}
