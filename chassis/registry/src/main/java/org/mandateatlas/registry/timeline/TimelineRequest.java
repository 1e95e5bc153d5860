package org.mandateatlas.registry.timeline;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.problem.ProblemException;

/** The parameters of the timeline that other queries do not have. */
public class TimelineRequest {

    @RestQuery
    @Parameter(
            description = "Only what may have happened on that day or later.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2001-01-01")
    @Nullable String from;

    @RestQuery
    @Parameter(
            description = "Only what may have happened on that day or earlier.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2005-12-31")
    @Nullable String to;

    @RestQuery
    @Parameter(
            description = "Only entries about one of these institutions; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"iom\"]")
    List<String> institution = List.of();

    @RestQuery
    @Parameter(
            description = "Only entries about one of these functions; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"coordination\"]")
    List<String> function = List.of();

    @RestQuery
    @Parameter(
            description = "Only entries about one of these processes; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"berne-initiative\"]")
    List<String> process = List.of();

    @RestQuery
    @Parameter(
            description = "Only these kinds of event; repeatable. Kinds of other services match nothing.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"mandate-established\"]")
    List<String> event = List.of();

    @SuppressWarnings("NullAway") // Quarkus REST fills the fields
    TimelineRequest() {}

    /** Returns the first day; null without bound. */
    @Nullable LocalDate firstDay() {
        return Parse.day("from", from);
    }

    /** Returns the last day; null without bound. */
    @Nullable LocalDate lastDay() {
        var first = firstDay();
        var last = Parse.day("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw ProblemException.parameter("to", "is before from");
        }
        return last;
    }

    /** Returns the requested subjects: terms of each kind, of which an entry must have at least one. */
    List<List<String>> subjects() {
        return List.of(terms("institution", institution), terms("process", process), terms("function", function))
                .stream()
                .filter(terms -> !terms.isEmpty())
                .toList();
    }

    private static List<String> terms(String stream, List<String> ids) {
        return Parse.slugs(stream, ids).stream()
                .map(id -> stream + "=" + id)
                .distinct()
                .toList();
    }

    List<String> events() {
        return Parse.slugs("event", event).stream().distinct().toList();
    }
}
