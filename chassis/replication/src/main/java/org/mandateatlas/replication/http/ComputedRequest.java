package org.mandateatlas.replication.http;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;

/** The parameters of every computed resource. */
public class ComputedRequest {

    @RestQuery
    @Parameter(
            description = "Valid time: the state of the world on this date. Default: today.",
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
                    "Log position to compute at, in the format of Atlas-Position. The request waits briefly for revisions"
                            + " that have not arrived yet. Streams that the resource does not depend on are ignored.",
            schema = @Schema(type = SchemaType.STRING),
            example = "mandate:112")
    @Nullable String position;

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    @SuppressWarnings("NullAway") // Quarkus REST fills the fields
    ComputedRequest() {}

    /** Returns the requested day, or null. */
    public @Nullable LocalDate day() {
        return Parse.day("validAt", validAt);
    }

    /** Returns the requested day, or today. */
    public LocalDate day(Clock clock) {
        var day = day();
        return day == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : day;
    }

    /** Returns the requested record time, or null. */
    public @Nullable Instant knownAt(Clock clock) {
        return Parse.knownAt(knownAt, clock);
    }

    /** Rejects a parameter that does not apply. */
    public void reject(String parameter, String detail) {
        if (uri.getQueryParameters().containsKey(parameter)) {
            throw ProblemException.parameter(parameter, detail);
        }
    }

    /** Returns the requested position; empty if none is requested. */
    public Position position() {
        if (position == null) {
            return Position.START;
        }
        if (position.isEmpty()) {
            throw ProblemException.parameter("position", "must not be empty");
        }
        return Position.parameter("position", position);
    }
}
