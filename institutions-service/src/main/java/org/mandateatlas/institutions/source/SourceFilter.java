package org.mandateatlas.institutions.source;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.registry.Query.Filter;

/** Filters of sources; values of one filter are alternatives. */
class SourceFilter {

    @RestQuery
    @Parameter(
            description = "Kinds; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = SourceKind.class))
    List<String> kind = List.of();

    @RestQuery
    @Parameter(
            description = "Grades; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Source.Grade.class))
    List<String> grade = List.of();

    List<Filter> filters() {
        return List.of(
                new Filter("kind", Parse.words("kind", kind, SourceKind.class), null),
                new Filter("grade", Parse.words("grade", grade, Source.Grade.class), null));
    }
}
