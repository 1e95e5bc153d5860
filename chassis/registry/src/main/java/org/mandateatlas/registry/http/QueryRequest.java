package org.mandateatlas.registry.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.time.Times;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.DocumentTypes;

/** The parameters of queries over several collections. */
public class QueryRequest {

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
            description =
                    "Only documents of these collections; repeatable. Collections of other services match nothing.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"mandates\"]")
    List<String> collection = List.of();

    @RestQuery
    @Parameter(description = "Maximum number of items.", schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    @Nullable String limit;

    @SuppressWarnings("NullAway") // Quarkus REST sets the fields
    QueryRequest() {}

    /** Returns the two times. */
    public Times times(Clock clock) {
        return new Times(Parse.day("validAt", validAt), Parse.knownAt(knownAt, clock));
    }

    /** Returns the day of the request. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Returns whether collections are selected. */
    public boolean namesCollections() {
        return !collection.isEmpty();
    }

    /** Returns the selected document types of the service; all if none are selected. */
    public List<DocumentType<?>> types(DocumentTypes types) {
        var wanted = new HashSet<>(Parse.slugs("collection", collection));
        return types.list().stream()
                .filter(type -> wanted.isEmpty() || wanted.contains(type.collection()))
                .sorted(Comparator.comparing(DocumentType::stream))
                .toList();
    }

    /** Returns the maximum number of items. */
    public int limit(int usual, int most) {
        return limit == null ? usual : Parse.number("limit", limit, 1, most);
    }

    /** Returns a response with the result of a query. */
    public static Response response(Record page, String position) {
        return Response.ok(DocumentJson.write(DocumentJson.tree(page)), MediaType.APPLICATION_JSON_TYPE)
                .header(DocumentEndpoint.POSITION, position)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
