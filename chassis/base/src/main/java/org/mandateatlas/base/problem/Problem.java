package org.mandateatlas.base.problem;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param type URI of the problem type; it resolves to its explanation
 * @param title the problem type in words
 * @param status the HTTP status
 * @param detail what happened in this case
 * @param instance the path of the request; null until the response is sent
 * @param violations the invalid places of the request
 */
@Schema(description = "A problem document (RFC 9457).")
public record Problem(
        @Schema(
                description = "URL of the problem type; it resolves to its explanation.",
                format = "uri",
                examples = "http://localhost:8080/problems/invalid-parameter")
        String type,

        @Schema(description = "The problem type in words.") String title,

        @Schema(description = "The HTTP status.") int status,

        @Schema(description = "What happened in this case.") String detail,

        @Schema(description = "The path of the request.", format = "uri-reference", examples = "/v1/mandates") @Nullable String instance,

        @Schema(description = "The invalid places of the request.")
        List<Violation> violations) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+]");

    /** The media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Returns a problem without violations. */
    public static Problem of(ProblemType type, String detail) {
        return of(type, detail, List.of());
    }

    /** Returns a problem with violations. */
    public static Problem of(ProblemType type, String detail, List<Violation> violations) {
        return new Problem(type.reference(), type.title(), type.status(), detail, null, List.copyOf(violations));
    }

    /** Returns the problem of a request: its type is absolute, and its instance is the path of the request. */
    public Problem in(HttpServerRequest request) {
        return in(origin(request), request.path());
    }

    private Problem in(String origin, @Nullable String path) {
        var absolute = type.startsWith("/") ? origin + type : type;
        return new Problem(absolute, title, status, detail, path, violations);
    }

    /** Returns scheme and authority of the request; nothing if its authority is invalid, so that references stay relative. */
    private static String origin(HttpServerRequest request) {
        var authority = request.authority();
        if (authority == null || !HOST.matcher(authority.host()).matches()) {
            return "";
        }
        var port = authority.port() < 0 ? "" : ":" + authority.port();
        return request.scheme() + "://" + authority.host() + port;
    }
}
