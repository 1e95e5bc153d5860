package org.mandateatlas.processes.meeting;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.registry.Query.Condition;
import org.mandateatlas.registry.Query.Filter;
import org.mandateatlas.registry.Query.ValidWithin;

/** Filters of meetings. */
class MeetingFilter {

    @RestQuery
    @Parameter(description = "Process ids; repeatable.", example = "[\"berne-initiative\"]")
    List<String> process = List.of();

    @RestQuery
    @Parameter(
            description = "Only meetings that ended on or after this date.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2001-01-01")
    @Nullable String from;

    @RestQuery
    @Parameter(
            description = "Only meetings that began on or before this date.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2004-12-31")
    @Nullable String to;

    List<Condition> conditions() {
        var first = Parse.day("from", from);
        var last = Parse.day("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw ProblemException.parameter("to", "must not be before from");
        }
        return List.of(new Filter("process", Parse.slugs("process", process), null), new ValidWithin(first, last));
    }
}
