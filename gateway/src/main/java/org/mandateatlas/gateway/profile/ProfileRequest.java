package org.mandateatlas.gateway.profile;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.time.Times;

/** The two times of a profile. */
class ProfileRequest {

    @RestQuery
    @Parameter(
            description = "Only what was valid on that day, and as it was then; the timeline ends with it. Without it,"
                    + " everything "
                    + "that was ever valid, and what is computed of today.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2004-12-31")
    @Nullable String validAt;

    @RestQuery
    @Parameter(
            description = "The registry as it was known at that instant.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable String knownAt;

    @Context
    RoutingContext context;

    @SuppressWarnings("NullAway") // Quarkus REST sets the fields
    ProfileRequest() {}

    Times times(Clock clock) {
        return new Times(Parse.day("validAt", validAt), Parse.knownAt(knownAt, clock));
    }
}
