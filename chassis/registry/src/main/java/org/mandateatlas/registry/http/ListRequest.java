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

/** What every read of a collection takes, besides the collection's own filters. */
public class ListRequest {

    @RestQuery
    @Parameter(
            description = "Only what was valid on that day, and as it was then.",
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
            description = "Words that the document has, each at least as a word's beginning; exact names come first.",
            schema = @Schema(type = SchemaType.STRING),
            example = "refugee")
    @Nullable String q;

    @RestQuery
    @Parameter(
            description = "How the validity lies to validAt, or to today; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Status.class))
    List<String> status = List.of();

    @RestQuery
    @Parameter(
            description = "Only documents that cite one of these sources, anywhere; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"newland-2004\"]")
    List<String> source = List.of();

    @RestQuery
    @Parameter(
            description = "The most documents of a page, 50 unless given; NDJSON and CSV give all unless it is given.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
    @Nullable String limit;

    @RestQuery
    @Parameter(
            description = "Where the next page begins, as the address in next of the page before says.",
            schema = @Schema(type = SchemaType.STRING),
            example = "MjAyNi0xMS0yNVQxMzoxNjo0MS4wMDAwOTVafDB8aW9tfFF2cE43WEE2NE9X")
    @Nullable String cursor;

    @RestQuery
    @Parameter(
            description = "Whether the page tells how many documents there are in all.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Nullable String withTotal;

    @RestQuery
    @Parameter(
            description = "The top-level fields to return, separated by commas.",
            schema = @Schema(type = SchemaType.STRING),
            example = "id,name")
    @Nullable String fields;

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    @SuppressWarnings("NullAway") // Quarkus REST fills the fields
    ListRequest() {}

    /** Tells whether the world is asked for as it was on a day. */
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
        return limit == null ? otherwise : Parse.number("limit", limit, 1, 500);
    }

    boolean total() {
        return withTotal != null
                && Parse.words("withTotal", List.of(withTotal), List.of("true", "false"))
                        .contains("true");
    }
}
