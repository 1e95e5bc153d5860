package org.mandateatlas.registry.http;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.registry.Preconditions;

/** The parameters of a write of one document: its precondition, actor and reason. */
public class WriteRequest extends ChangeRequest {

    @RestHeader(HttpHeaders.IF_MATCH)
    @Parameter(description = "ETag of the version to replace.", example = "\"3\"")
    @Nullable String ifMatch;

    @RestHeader(HttpHeaders.IF_NONE_MATCH)
    @Parameter(description = "`*` to create: fails if the document exists. Not combined with If-Match.", example = "*")
    @Nullable String ifNoneMatch;

    @Context
    UriInfo uri;

    @SuppressWarnings("NullAway") // Quarkus REST sets the fields
    WriteRequest() {}

    Preconditions conditions() {
        if (ifMatch != null && ifNoneMatch != null) {
            throw ProblemException.header(HttpHeaders.IF_NONE_MATCH, "must not be combined with If-Match");
        }
        if (ifNoneMatch != null) {
            if (!ifNoneMatch.strip().equals("*")) {
                throw ProblemException.header(HttpHeaders.IF_NONE_MATCH, "must be * for a write");
            }
            return new Preconditions(true, false, List.of());
        }
        if (ifMatch == null) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_REQUIRED,
                    "A write requires If-Match with the version to replace, such as \"3\", or If-None-Match: * to"
                            + " create.",
                    List.of(Violation.ofHeader(HttpHeaders.IF_MATCH, "is missing")));
        }
        return ifMatch.strip().equals("*")
                ? new Preconditions(false, true, List.of())
                : new Preconditions(false, true, DocumentTag.versions(HttpHeaders.IF_MATCH, ifMatch));
    }
}
