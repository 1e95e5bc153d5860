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
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.registry.http.Parse;

/** What every read of something computed takes. */
public class ComputedRequest {

    @RestQuery
    @Parameter(
            description = "The world as it was on that day; today unless given.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2004-12-31")
    @Nullable String validAt;

    @RestQuery
    @Parameter(
            description = "The registry as it knew the world at that instant.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable String knownAt;

    @RestQuery
    @Parameter(
            description =
                    "The point of the logs to rest on, as an Atlas-Position says it: exactly that revision of each"
                            + " stream that it names, which is waited for for a moment. Streams that nothing here rests on do"
                            + " not matter.",
            schema = @Schema(type = SchemaType.STRING),
            example = "mandate:112")
    @Nullable String position;

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    @SuppressWarnings("NullAway") // Quarkus REST fills the fields
    ComputedRequest() {}

    /** Returns the day that is asked for; null when none is. */
    public @Nullable LocalDate day() {
        return Parse.day("validAt", validAt);
    }

    /** Returns the day that is asked for, or today. */
    public LocalDate day(Clock clock) {
        var day = day();
        return day == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : day;
    }

    /** Returns the instant that is asked for; null when none is. */
    public @Nullable Instant knownAt(Clock clock) {
        return Parse.knownAt(knownAt, clock);
    }

    /** Refuses a parameter that cannot be honoured here. */
    public void refuse(String parameter, String detail) {
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
