package org.mandateatlas.registry.http;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.HeaderText;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.base.text.Characters;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.base.trace.TraceParent;
import org.mandateatlas.registry.ChangeMetadata;
import org.mandateatlas.registry.Preconditions;

/** The parameters of every write: its precondition, actor and reason. */
public class WriteRequest {

    @RestHeader(HttpHeaders.IF_MATCH)
    @Parameter(description = "ETag of the version to replace.", example = "\"3\"")
    @Nullable String ifMatch;

    @RestHeader(HttpHeaders.IF_NONE_MATCH)
    @Parameter(description = "* when the document is to be new.", example = "*")
    @Nullable String ifNoneMatch;

    @RestHeader("Change-Kind")
    @Parameter(
            description = "Whether the world changed or the record is corrected. Default: change.",
            schema = @Schema(implementation = ChangeKind.class))
    @Nullable String changeKind;

    @RestHeader("Change-Note")
    @Parameter(description = "Reason for the change, shown in the history.", example = "The 2016 agreement with the UN")
    @Nullable String changeNote;

    @RestHeader(TraceParent.HEADER)
    @Parameter(hidden = true)
    @Nullable String traceparent;

    @Context
    SecurityContext security;

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

    ChangeMetadata metadata() {
        if (changeKind != null && !EnumValues.of(ChangeKind.class).contains(changeKind)) {
            throw ProblemException.header("Change-Kind", "must be change or correction");
        }
        var note = changeNote == null || changeNote.isBlank() ? null : HeaderText.of(changeNote.strip());
        if (note != null && note.length() > 2000) {
            throw ProblemException.header("Change-Note", "must not exceed 2000 characters");
        }
        if (note != null && !Characters.areLine(note)) {
            throw ProblemException.header(
                    "Change-Note", "contains a control character, an unpaired surrogate or a noncharacter");
        }
        var principal = security.getUserPrincipal();
        return new ChangeMetadata(
                principal == null ? "anonymous" : principal.getName(),
                note,
                "correction".equals(changeKind),
                TraceParent.current(traceparent));
    }
}
