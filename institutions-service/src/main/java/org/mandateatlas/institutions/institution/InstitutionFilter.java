package org.mandateatlas.institutions.institution;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.registry.Query.Filter;

/** Filters of institutions; values of one filter are alternatives. */
class InstitutionFilter {

    @RestQuery
    @Parameter(
            description = "Kinds; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = InstitutionKind.class))
    List<String> kind = List.of();

    @RestQuery
    @Parameter(
            description = "UN status on `validAt` or at any time; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = UnStatus.Kind.class))
    List<String> unStatus = List.of();

    @RestQuery
    @Parameter(
            description = "Ids of related institutions, on `validAt` or at any time; repeatable.",
            example = "[\"un\"]")
    List<String> relatedTo = List.of();

    @RestQuery
    @Parameter(
            description =
                    "Ids in other registries, each with its scheme before a colon, in any form that the scheme has;"
                            + " repeatable.",
            example = "[\"ror:0437ej039\"]")
    List<String> identifier = List.of();

    List<Filter> filters() {
        return List.of(
                new Filter("kind", Parse.words("kind", kind, InstitutionKind.class), null),
                new Filter("unStatus", Parse.words("unStatus", unStatus, UnStatus.Kind.class), null),
                new Filter("relatedTo", Parse.slugs("relatedTo", relatedTo), null),
                new Filter(Identifier.FACET, Identifier.terms(identifier), null));
    }
}
