package org.mandateatlas.gateway.aggregate;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Context;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;

/** The parameters of a merged page. */
class PageRequest {

    @RestQuery
    @Parameter(
            description = "Only documents of these collections; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"institutions\"]")
    List<String> collection = List.of();

    @RestQuery
    @Parameter(
            description = "The largest number of items of the page.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
    @Nullable String limit;

    @RestQuery
    @Parameter(
            description = "Opaque cursor from the previous page's `next`.",
            schema = @Schema(type = SchemaType.STRING),
            example = "MTAwfEtqUHFMd3NWX2Ew")
    @Nullable String cursor;

    @RestQuery
    @Parameter(
            description = "Whether to count the items of all pages.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Nullable String withTotal;

    @Context
    RoutingContext context;

    @SuppressWarnings("NullAway") // Quarkus REST sets the fields
    PageRequest() {}

    int limit() {
        return limit(limit, 50, 500);
    }

    /** Parses a limit; without a value, returns the default. */
    static int limit(@Nullable String text, int usual, int largest) {
        return text == null ? usual : Parse.number("limit", text, 1, largest);
    }
}
