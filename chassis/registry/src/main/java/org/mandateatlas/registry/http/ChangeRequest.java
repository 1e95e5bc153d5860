package org.mandateatlas.registry.http;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.HeaderText;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.text.Characters;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.base.trace.TraceParent;
import org.mandateatlas.registry.ChangeMetadata;

/** The parameters of every write: its actor and reason. */
public class ChangeRequest {

    private static final String NOTE = "Change-Note";
    private static final String EXTENDED_NOTE = "Change-Note*";
    private static final int LONGEST_NOTE = 2000;

    @RestHeader("Change-Kind")
    @Parameter(
            description = "Whether the world changed or the record is corrected. Default: change.",
            schema = @Schema(implementation = ChangeKind.class))
    @Nullable String changeKind;

    @RestHeader(NOTE)
    @Parameter(
            description =
                    "Reason for the change, shown in the history. Clients that can only send ASCII encode other characters"
                            + " as in RFC 8187, such as `UTF-8''Gen%C3%A8ve`, here or in the header `Change-Note*`.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000),
            example = "The 2016 agreement with the UN")
    @Nullable String changeNote;

    @RestHeader(EXTENDED_NOTE)
    @Parameter(hidden = true) // the names of both headers are the same in most client languages
    @Nullable String extendedNote;

    @RestHeader(TraceParent.HEADER)
    @Parameter(hidden = true)
    @Nullable String traceparent;

    @Context
    SecurityContext security;

    @SuppressWarnings("NullAway") // Quarkus REST sets the fields
    ChangeRequest() {}

    ChangeMetadata metadata(ActorResolver actors) {
        if (changeKind != null && !EnumValues.of(ChangeKind.class).contains(changeKind)) {
            throw ProblemException.header("Change-Kind", "must be change or correction");
        }
        var principal = security.getUserPrincipal();
        return new ChangeMetadata(
                principal == null ? "anonymous" : actors.actor(principal),
                note(),
                "correction".equals(changeKind),
                TraceParent.current(traceparent));
    }

    private @Nullable String note() {
        var header = extendedNote == null ? NOTE : EXTENDED_NOTE;
        var given = extendedNote == null ? changeNote : extendedNote;
        if (extendedNote != null && changeNote != null) {
            throw ProblemException.header(EXTENDED_NOTE, "must not be combined with Change-Note");
        }
        if (given == null || given.isBlank()) {
            return null;
        }
        var note = HeaderText.isExtended(given) || extendedNote != null
                ? HeaderText.extended(header, given.strip())
                : HeaderText.of(given.strip());
        if (note.length() > LONGEST_NOTE) {
            throw ProblemException.header(header, "must not exceed " + LONGEST_NOTE + " characters");
        }
        if (!Characters.areLine(note)) {
            throw ProblemException.header(
                    header, "contains a control character, an unpaired surrogate or a noncharacter");
        }
        return note.isBlank() ? null : note;
    }
}
