package org.mandateatlas.base.problem;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param type reference of the kind of problem; it resolves to a page that explains it
 * @param title what kind of problem it is
 * @param status the HTTP status
 * @param detail what happened this time
 * @param violations the places at fault
 */
@Schema(description = "What went wrong (RFC 9457).")
public record Problem(
        @Schema(examples = "/problems/invalid-parameter") String type,

        String title,
        int status,
        String detail,
        List<Violation> violations) {

    /** The media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static final MediaType CONTENT_TYPE = MediaType.valueOf(MEDIA_TYPE);

    static Problem of(ProblemType type, String detail, List<Violation> violations) {
        return new Problem(type.reference(), type.title(), type.status(), detail, violations);
    }
}
