package org.mandateatlas.functions.model;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.registry.Query.Filter;

/** Filters of governance models. */
class GovernanceModelFilter {

    @RestQuery
    @Parameter(
            description = "Directions; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Direction.class))
    List<String> direction = List.of();

    List<Filter> filters() {
        return List.of(new Filter("direction", Parse.words("direction", direction, Direction.class), null));
    }
}
