package org.mandateatlas.functions.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.functions.capacity.Population;

/** Filters of a coverage comparison; values of one filter are alternatives. */
class CoverageDiffFilter {

    @RestQuery
    @Parameter(description = "Function ids; repeatable.", example = "[\"coordination\"]")
    List<String> function = List.of();

    @RestQuery
    @Parameter(description = "Institution ids; repeatable.", example = "[\"iom\"]")
    List<String> institution = List.of();

    @RestQuery
    @Parameter(
            description = "Count only mandates and capacities for one of these populations; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Population.class))
    List<String> population = List.of();

    /** Validates the values. */
    CoverageDiffFilter checked() {
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
