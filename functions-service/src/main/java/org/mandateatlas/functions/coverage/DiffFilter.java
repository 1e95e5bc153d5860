package org.mandateatlas.functions.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.functions.capacity.Population;

/** What a comparison of coverage is filtered by; values of one filter are alternatives. */
class DiffFilter {

    @RestQuery
    @Parameter(description = "Ids of functions to compare; repeatable.", example = "[\"coordination\"]")
    List<String> function = List.of();

    @RestQuery
    @Parameter(description = "Ids of institutions to compare; repeatable.", example = "[\"iom\"]")
    List<String> institution = List.of();

    @RestQuery
    @Parameter(
            description = "Count only the mandates and capacities that name one of these people; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Population.class))
    List<String> population = List.of();

    /** Refuses values that are none. */
    DiffFilter checked() {
        Parse.slugs("function", function);
        Parse.slugs("institution", institution);
        Parse.words("population", population, Population.class);
        return this;
    }

    boolean passesFunction(String id) {
        return function.isEmpty() || function.contains(id);
    }

    boolean passesInstitution(String id) {
        return institution.isEmpty() || institution.contains(id);
    }
}
