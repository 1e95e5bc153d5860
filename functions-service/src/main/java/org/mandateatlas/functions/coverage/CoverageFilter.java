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

/** Filters of coverage; values of one filter are alternatives. */
class CoverageFilter extends UnconfirmedFilter {

    @RestQuery
    @Parameter(description = "Function ids; repeatable.", example = "[\"coordination\"]")
    List<String> function = List.of();

    @RestQuery
    @Parameter(
            description = "Institution ids; repeatable. Totals and classifications of functions do not change.",
            example = "[\"iom\"]")
    List<String> institution = List.of();

    @RestQuery
    @Parameter(
            description = "Count only mandates and capacities for one of these populations; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Population.class))
    List<String> population = List.of();

    @RestQuery
    @Parameter(
            description = "Classifications of functions; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Classification.class))
    List<String> classification = List.of();

    @RestQuery
    @Parameter(
            description = "Standings of functions; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Standing.class))
    List<String> standing = List.of();

    /** Validates the values. */
    CoverageFilter checked() {
        Parse.slugs("function", function);
        Parse.slugs("institution", institution);
        Parse.words("population", population, Population.class);
        Parse.words("classification", classification, Classification.class);
        Parse.words("standing", standing, Standing.class);
        includesUnconfirmed();
        return this;
    }

    List<String> populations() {
        return population;
    }

    boolean passes(FunctionCoverage coverage) {
        return passes(function, coverage.id())
                && passes(classification, EnumValues.of(coverage.classification()))
                && passes(standing, EnumValues.of(coverage.standing()));
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
