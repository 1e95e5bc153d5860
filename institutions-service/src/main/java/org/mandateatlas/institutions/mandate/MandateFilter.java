package org.mandateatlas.institutions.mandate;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.institutions.fact.LegalForce;
import org.mandateatlas.registry.Query.Filter;
import org.mandateatlas.registry.http.CollectionRequest;

/** Filters of mandates; values of one filter are alternatives. */
class MandateFilter {

    @RestQuery
    @Parameter(description = "Ids of holders, on `validAt` if given; repeatable.", example = "[\"iom\"]")
    List<String> institution = List.of();

    @RestQuery
    @Parameter(description = "Ids of covered functions; repeatable.", example = "[\"coordination\"]")
    List<String> function = List.of();

    @RestQuery
    @Parameter(
            description = "Beneficiaries; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Population.class))
    List<String> population = List.of();

    @RestQuery
    @Parameter(
            description = "Kinds of authority; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Authority.class))
    List<String> authority = List.of();

    @RestQuery
    @Parameter(description = "Instrument ids; repeatable.", example = "[\"iom-constitution\"]")
    List<String> instrument = List.of();

    @RestQuery
    @Parameter(
            description = "Legal forces; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = LegalForce.class))
    List<String> force = List.of();

    @RestQuery
    @Parameter(
            description = "Whether it has a review clause (`true`, `false`); `unknown` if no source states it.",
            schema =
                    @Schema(
                            type = SchemaType.ARRAY,
                            implementation = String.class,
                            enumeration = {"true", "false", "unknown"}))
    List<String> hasReviewClause = List.of();

    List<Filter> filters(CollectionRequest request) {
        return List.of(
                new Filter(
                        request.asksForADay() ? MandateHolding.FACET : "institution",
                        Parse.slugs("institution", institution),
                        null),
                new Filter("function", Parse.slugs("function", function), null),
                new Filter("population", Parse.words("population", population, Population.class), null),
                new Filter("authority", Parse.words("authority", authority, Authority.class), null),
                new Filter("instrument", Parse.slugs("instrument", instrument), null),
                new Filter("force", Parse.words("force", force, LegalForce.class), null),
                new Filter(
                        "hasReviewClause", Parse.words("hasReviewClause", hasReviewClause, ReviewClause.class), null));
    }
}
