package org.mandateatlas.gateway.snapshot;

import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.time.Times;

/** The query parameters of a snapshot. */
public class SnapshotQuery {

    @RestQuery
    @Parameter(
            description = "Only documents that are current or unconfirmed on this date.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2004-12-31")
    @Nullable String validAt;

    @RestQuery
    @Parameter(
            description = "The registry as known at this instant.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable String knownAt;

    Times times(Clock clock) {
        return new Times(Parse.day("validAt", validAt), Parse.knownAt(knownAt, clock));
    }
}
