package org.mandateatlas.base.problem;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A problem document (RFC 9457).
 *
 * @param type URI reference of the problem type; it resolves to its explanation
 * @param title the problem type in words
 * @param status the HTTP status
 * @param detail what happened in this case
 * @param violations the invalid places of the request
 */
@Schema(description = "A problem document (RFC 9457).")
public record Problem(
        @Schema(
                description = "URI reference of the problem type; it resolves to its explanation.",
                examples = "/problems/invalid-parameter")
        String type,

        @Schema(description = "The problem type in words.") String title,

        @Schema(description = "The HTTP status.") int status,

        @Schema(description = "What happened in this case.") String detail,

        @Schema(description = "The invalid places of the request.")
        List<Violation> violations) {

    /** The media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Returns a problem without violations. */
    public static Problem of(ProblemType type, String detail) {
        return of(type, detail, List.of());
    }

    /** Returns a problem with violations. */
    public static Problem of(ProblemType type, String detail, List<Violation> violations) {
        return new Problem(type.reference(), type.title(), type.status(), detail, List.copyOf(violations));
    }
}
