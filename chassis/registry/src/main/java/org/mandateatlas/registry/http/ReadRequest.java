package org.mandateatlas.registry.http;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.IfNoneMatch;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.time.Times;
import org.mandateatlas.registry.ReferenceNameRepository;

/** The parameters of every read of a document. */
public class ReadRequest {

    @RestQuery
    @Parameter(
            description = "Valid time: the document as of this date.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2004-12-31")
    @Nullable String validAt;

    @RestQuery
    @Parameter(
            description = "Record time: what the registry contained at this instant. Default: now.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable String knownAt;

    @RestQuery
    @Parameter(
            description =
                    "Top-level fields to return, separated by commas or repeated; all others are omitted, required ones"
                            + " too.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"id\", \"status\"]")
    List<String> fields = List.of();

    @RestQuery
    @Parameter(
            description =
                    "`referenceNames` adds the display names of the documents that are referred to, by `stream/id`.",
            schema = @Schema(type = SchemaType.STRING, enumeration = "referenceNames"))
    @Nullable String include;

    @RestHeader(HttpHeaders.IF_NONE_MATCH)
    @Parameter(description = "Return 304 if the document is still at one of these versions.", example = "\"3\"")
    @Nullable String ifNoneMatch;

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    @SuppressWarnings("NullAway") // Quarkus REST sets the fields
    ReadRequest() {}

    /** Returns whether the client prefers JSON-LD. */
    boolean isLinked() {
        if (!DocumentEndpoint.JSON_LD.equals(headers.getHeaderString(HttpHeaders.ACCEPT))) {
            return false;
        }
        if (include != null) {
            throw ProblemException.parameter("include", "is only for JSON");
        }
        return true;
    }

    /** Returns the instant of which the client wants the version; null for none. */
    @Nullable Instant acceptDatetime() {
        var text = headers.getHeaderString(Memento.ACCEPT_DATETIME);
        if (text == null) {
            return null;
        }
        if (knownAt != null) {
            throw ProblemException.parameter("knownAt", "cannot be combined with " + Memento.ACCEPT_DATETIME);
        }
        return Memento.parse(text);
    }

    boolean includesNames() {
        return include != null
                && !Parse.words("include", List.of(include), List.of(ReferenceNameRepository.FIELD))
                        .isEmpty();
    }

    Times times(Clock clock) {
        return new Times(Parse.day("validAt", validAt), Parse.knownAt(knownAt, clock));
    }

    boolean unchanged(String tag) {
        return ifNoneMatch != null && IfNoneMatch.isMetBy(List.of(ifNoneMatch), tag);
    }
}
