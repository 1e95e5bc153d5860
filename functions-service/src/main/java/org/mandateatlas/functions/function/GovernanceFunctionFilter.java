package org.mandateatlas.functions.function;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.registry.Query.Filter;

/** Filters of functions. */
class GovernanceFunctionFilter {

    @RestQuery
    @Parameter(
            description = "Standings; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Standing.class))
    List<String> standing = List.of();

    List<Filter> filters() {
        return List.of(new Filter("standing", Parse.words("standing", standing, Standing.class), null));
    }
}
