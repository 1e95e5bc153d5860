package org.mandateatlas.base.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Rejects requests whose body is compressed or announced as too large, before the body is read. */
@Singleton
public class EarlyProblems {

    /** The largest body in bytes. */
    public static final int LARGEST_BODY = 512 * 1024;

    /** The largest body of a batch in bytes. */
    public static final int LARGEST_BATCH = 8 * 1024 * 1024;

    private static final String BATCH = "/batch";

    private static final String IDENTITY = "identity";
    private static final int BEFORE_THE_BODY_IS_READ = 1000;

    void install(@Observes Filters filters) {
        filters.register(EarlyProblems::rejectEncodedBodies, BEFORE_THE_BODY_IS_READ);
        filters.register(EarlyProblems::rejectLargeBodies, BEFORE_THE_BODY_IS_READ);
    }

    private static void rejectEncodedBodies(RoutingContext context) {
        var coding = context.request().getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding == null || coding.equalsIgnoreCase(IDENTITY)) {
            context.next();
        } else {
            ProblemResponse.send(context, encoded());
        }
    }

    private static void rejectLargeBodies(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        var largest = largest(context.normalizedPath());
        if (length == null || length.length() < 6 || !exceeds(length, largest)) {
            context.next();
            return;
        }
        ProblemResponse.send(context, tooLarge(largest));
    }

    /** Returns the largest body of a request to a path, in bytes. */
    public static int largest(String path) {
        return path.endsWith(BATCH) ? LARGEST_BATCH : LARGEST_BODY;
    }

    private static boolean exceeds(String length, int largest) {
        try {
            return Long.parseLong(length) > largest;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    /** Returns the exception for a body with a content coding, which names the supported one (RFC 9110, section 15.5.16). */
    public static ProblemException encoded() {
        return new ProblemException(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "The body must not be compressed.",
                        List.of(Violation.ofHeader("Content-Encoding", "is not supported")))
                .with("Accept-Encoding", IDENTITY);
    }

    /** Returns the exception for a body that is larger than the limit in bytes. */
    public static ProblemException tooLarge(int largest) {
        return new ProblemException(
                ProblemType.BODY_TOO_LARGE,
                "The body must not exceed " + (largest / 1024) + " KiB.",
                List.of(Violation.ofHeader("Content-Length", "is more than " + largest)));
    }
}
