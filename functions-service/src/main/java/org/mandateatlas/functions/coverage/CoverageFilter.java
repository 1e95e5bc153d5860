package org.mandateatlas.functions.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.functions.capacity.Population;
import org.mandateatlas.functions.function.Standing;

/** What coverage is filtered by; values of one filter are alternatives. */
class CoverageFilter {

    @RestQuery
    @Parameter(description = "Ids of functions to show; repeatable.", example = "[\"coordination\"]")
    List<String> function = List.of();

    @RestQuery
    @Parameter(
            description = "Ids of institutions to show; repeatable. What is said of a function as a whole stays.",
            example = "[\"iom\"]")
    List<String> institution = List.of();

    @RestQuery
    @Parameter(
            description = "Count only the mandates and capacities that name one of these people; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Population.class))
    List<String> population = List.of();

    @RestQuery
    @Parameter(
            description = "Show only functions that nobody, one or several institutions fill; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Classification.class))
    List<String> classification = List.of();

    @RestQuery
    @Parameter(
            description = "Show only starting points, or only what states set aside; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Standing.class))
    List<String> standing = List.of();

    /** Refuses values that are none. */
    CoverageFilter checked() {
        Parse.slugs("function", function);
        Parse.slugs("institution", institution);
        Parse.words("population", population, Population.class);
        Parse.words("classification", classification, Classification.class);
        Parse.words("standing", standing, Standing.class);
        return this;
    }

    List<String> populations() {
        return population;
    }

    boolean passes(FunctionCoverage covered) {
        return passes(function, covered.id())
                && passes(classification, EnumValues.of(covered.classification()))
                && passes(standing, EnumValues.of(covered.standing()));
    }

    boolean passes(CoverageCell cell) {
        return passesInstitution(cell.institution());
    }

    boolean passesInstitution(String id) {
        return passes(institution, id);
    }

    private static boolean passes(List<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}
