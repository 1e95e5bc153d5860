package org.mandateatlas.gateway.changes;

import io.vertx.core.MultiMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.QueryParameters;

/** The query parameters that pages and live streams of the change feed have in common. */
public class ChangesQuery {

    private static final QueryParameters ALL = QueryParameters.of(ChangesQuery.class);

    @RestQuery
    @Parameter(
            description =
                    "Start after this position: the `position` of a page, the id of an event, or the Atlas-Position of any"
                            + " response. Streams that it does not contain are read from their beginning.",
            schema = @Schema(type = SchemaType.STRING),
            example = "capacity:159,mandate:117")
    @Nullable String after;

    @RestQuery
    @Parameter(
            description = "Only changes recorded at this instant or later.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"),
            example = "2026-11-23T10:00:00Z")
    @Nullable String since;

    @RestQuery
    @Parameter(
            description = "Start at the end of the feed. A page then returns that position.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Nullable String fromNow;

    @RestQuery
    @Parameter(
            description = "Only events of these types; `*` matches any characters. Repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"org.mandateatlas.mandate.*\"]")
    List<String> type = List.of();

    @RestQuery
    @Parameter(
            description = "Only changes of these streams. Repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = StreamName.class))
    List<String> stream = List.of();

    @RestQuery
    @Parameter(
            description =
                    "Only changes of documents that are, or refer or referred to, one of these institutions. Repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"iom\"]")
    List<String> institution = List.of();

    @RestQuery
    @Parameter(
            description =
                    "Only changes of documents that are, or refer or referred to, one of these functions. Repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"coordination\"]")
    List<String> function = List.of();

    @RestQuery
    @Parameter(
            description = "Only changes of the documents with these ids. Repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"iom-forum\"]")
    List<String> subject = List.of();

    /** Reads and checks the parameters of a live stream. */
    static ChangesQuery ofStream(MultiMap given) {
        given.names().forEach(name -> ALL.check(name, given.getAll(name)));
        var query = new ChangesQuery();
        query.after = given.get("after");
        query.since = given.get("since");
        query.fromNow = given.get("fromNow");
        query.type = given.getAll("type");
        query.stream = given.getAll("stream");
        query.institution = given.getAll("institution");
        query.function = given.getAll("function");
        query.subject = given.getAll("subject");
        return query;
    }
}
