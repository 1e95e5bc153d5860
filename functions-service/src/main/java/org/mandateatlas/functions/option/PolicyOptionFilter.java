package org.mandateatlas.functions.option;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.registry.Query.Filter;

/** Filters of policy options; values of one filter are alternatives. */
class PolicyOptionFilter {

    @RestQuery
    @Parameter(
            description = "Models; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = ReformModel.class))
    List<String> model = List.of();

    @RestQuery
    @Parameter(
            description = "Types of operations; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = OperationKind.class))
    List<String> operation = List.of();

    @RestQuery
    @Parameter(description = "Ids of institutions in the operations; repeatable.", example = "[\"iom\"]")
    List<String> institution = List.of();

    @RestQuery
    @Parameter(description = "Ids of functions in the operations; repeatable.", example = "[\"coordination\"]")
    List<String> function = List.of();

    List<Filter> filters() {
        return List.of(
                new Filter("model", Parse.words("model", model, ReformModel.class), null),
                new Filter("operation", Parse.words("operation", operation, OperationKind.class), null),
                new Filter("institution", Parse.slugs("institution", institution), null),
                new Filter("function", Parse.slugs("function", function), null));
    }
}
