package org.mandateatlas.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;

/** Problem documents for requests that end before any resource sees them. */
@Singleton
class EarlyProblems {

    private final ObjectMapper mapper;

    EarlyProblems(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void install(@Observes Router router) {
        router.errorHandler(413, context -> end(context, ProblemType.BODY_TOO_LARGE, "A body may have 1 MiB."));
        router.errorHandler(400, context -> end(context, ProblemType.BAD_REQUEST, "The request cannot be read."));
    }

    private void end(RoutingContext context, ProblemType type, String detail) {
        try {
            context.response()
                    .setStatusCode(type.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .end(mapper.writeValueAsString(Problem.of(type, detail, List.of())));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
