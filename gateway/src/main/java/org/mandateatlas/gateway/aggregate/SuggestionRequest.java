package org.mandateatlas.gateway.aggregate;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Context;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which suggestions, and how many. */
class SuggestionRequest {

    @RestQuery
    @Parameter(
            description = "Only documents of these collections; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"institutions\"]")
    List<String> collection = List.of();

    @RestQuery
    @Parameter(
            description = "Maximum number of suggestions; at most 50, because they are requested on every keystroke.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "50", defaultValue = "10"))
    @Nullable String limit;

    @Context
    RoutingContext context;

    @SuppressWarnings("NullAway") // Quarkus REST sets the fields
    SuggestionRequest() {}

    int limit() {
        return PageRequest.limit(limit, 10, 50);
    }
}
