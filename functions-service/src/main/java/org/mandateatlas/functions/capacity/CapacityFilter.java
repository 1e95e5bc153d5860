package org.mandateatlas.functions.capacity;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.registry.Query.Filter;

/** Filters of capacities; values of one filter are alternatives. */
class CapacityFilter {

    @RestQuery
    @Parameter(description = "Institution ids; repeatable.", example = "[\"iom\"]")
    List<String> institution = List.of();

    @RestQuery
    @Parameter(description = "Function ids; repeatable.", example = "[\"coordination\"]")
    List<String> function = List.of();

    @RestQuery
    @Parameter(
            description = "Levels of performance; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = CapacityLevel.class))
    List<String> level = List.of();

    @RestQuery
    @Parameter(
            description = "Reasons; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = AbsenceReason.class))
    List<String> reason = List.of();

    @RestQuery
    @Parameter(
            description = "Beneficiaries; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Population.class))
    List<String> population = List.of();

    List<Filter> filters() {
        return List.of(
                new Filter("institution", Parse.slugs("institution", institution), null),
                new Filter("function", Parse.slugs("function", function), null),
                new Filter("level", Parse.words("level", level, CapacityLevel.class), null),
                new Filter("reason", Parse.words("reason", reason, AbsenceReason.class), null),
                new Filter("population", Parse.words("population", population, Population.class), null));
    }
}
