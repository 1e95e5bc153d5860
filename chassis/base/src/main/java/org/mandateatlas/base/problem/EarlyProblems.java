package org.mandateatlas.base.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;

/** Problem documents for requests that end before any resource sees them. */
@Singleton
public class EarlyProblems {

    /** The most bytes that a body may have. */
    public static final int LARGEST_BODY = 512 * 1024;

    private static final int BEFORE_THE_BODY_IS_READ = 1000;

    private final ObjectMapper mapper;

    EarlyProblems(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void install(@Observes Filters filters) {
        filters.register(this::refuseLargeBodies, BEFORE_THE_BODY_IS_READ);
    }

    private void refuseLargeBodies(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || length.length() < 6 || !exceeds(length)) {
            context.next();
            return;
        }
        try {
            context.response()
                    .setStatusCode(ProblemType.BODY_TOO_LARGE.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .end(mapper.writeValueAsString(tooLarge().problem()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean exceeds(String length) {
        try {
            return Long.parseLong(length) > LARGEST_BODY;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    /** Returns what tells that a body is too large. */
    public static ProblemException tooLarge() {
        return new ProblemException(
                ProblemType.BODY_TOO_LARGE,
                "A body may have 512 KiB.",
                List.of(Violation.ofHeader("Content-Length", "is more than " + LARGEST_BODY)));
    }
}
