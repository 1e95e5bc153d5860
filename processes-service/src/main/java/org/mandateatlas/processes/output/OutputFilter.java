package org.mandateatlas.processes.output;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.processes.fact.LegalForce;
import org.mandateatlas.registry.Query.Filter;

/** Filters of outputs; values of one filter are alternatives. */
class OutputFilter {

    @RestQuery
    @Parameter(description = "Process ids; repeatable.", example = "[\"berne-initiative\"]")
    List<String> process = List.of();

    @RestQuery
    @Parameter(description = "Meeting ids; repeatable.", example = "[\"convention-plus-forum-2003-06\"]")
    List<String> meeting = List.of();

    @RestQuery
    @Parameter(
            description = "Kinds; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = OutputKind.class))
    List<String> kind = List.of();

    @RestQuery
    @Parameter(
            description = "Legal forces; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = LegalForce.class))
    List<String> force = List.of();

    @RestQuery
    @Parameter(description = "Instrument ids; repeatable.", example = "[\"iom-constitution\"]")
    List<String> instrument = List.of();

    List<Filter> filters() {
        return List.of(
                new Filter("process", Parse.slugs("process", process), null),
                new Filter("meeting", Parse.slugs("meeting", meeting), null),
                new Filter("kind", Parse.words("kind", kind, OutputKind.class), null),
                new Filter("force", Parse.words("force", force, LegalForce.class), null),
                new Filter("instrument", Parse.slugs("instrument", instrument), null));
    }
}
