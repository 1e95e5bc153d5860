package org.mandateatlas.registry.http;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.time.Times;
import org.mandateatlas.base.time.Validity.Status;

/** The parameters of every read of a collection, besides its filters. */
public abstract class CollectionRequest {

    @RestQuery
    @Parameter(
            description = "Valid time: only what is current or unconfirmed on this date, as it was then.",
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
            description = "Full-text search. Each word matches whole words or prefixes; exact name matches come first.",
            schema = @Schema(type = SchemaType.STRING),
            example = "refugee")
    @Nullable String q;

    @RestQuery
    @Parameter(
            description =
                    "Whether it is planned, current, unconfirmed or ended on `validAt` (default: today); repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Status.class))
    List<String> status = List.of();

    @RestQuery
    @Parameter(
            description = "Ids of cited sources; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"newland-2004\"]")
    List<String> source = List.of();

    @RestQuery
    @Parameter(
            description = "Opaque cursor from the previous page's `next`.",
            schema = @Schema(type = SchemaType.STRING),
            example = "MjAyNi0xMS0yNVQxMzoxNjo0MS4wMDAwOTVafDB8aW9tfFF2cE43WEE2NE9X")
    @Nullable String cursor;

    @RestQuery
    @Parameter(
            description =
                    "Top-level fields to return, separated by commas or repeated; all others are omitted, required ones"
                            + " too.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"id\", \"status\"]")
    List<String> fields = List.of();

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    @SuppressWarnings("NullAway") // Quarkus REST sets the fields
    CollectionRequest() {}

    /** Returns the maximum number of documents; null if the request has none. */
    abstract @Nullable String limit();

    /** Returns whether the request has a valid time. */
    public boolean asksForADay() {
        return validAt != null;
    }

    Times times(Clock clock) {
        return new Times(Parse.day("validAt", validAt), Parse.knownAt(knownAt, clock));
    }

    Set<Status> statuses() {
        return Parse.words("status", status, Status.class).stream()
                .map(word -> Status.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    int limit(int otherwise) {
        var limit = limit();
        return limit == null ? otherwise : Parse.number("limit", limit, 1, 500);
    }
}
