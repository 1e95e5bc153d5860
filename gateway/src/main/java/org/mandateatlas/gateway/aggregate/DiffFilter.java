package org.mandateatlas.gateway.aggregate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.compose.Json;

/** Which changes; the services read the parameters. */
class DiffFilter {

    private static final int LONGEST_DAY = 10;

    @RestQuery
    @Parameter(
            description = "The first day, or the first instant.",
            required = true,
            schema = @Schema(type = SchemaType.STRING),
            example = "2004-12-31")
    @Nullable String from;

    @RestQuery
    @Parameter(
            description = "The second day or instant, of the same kind as `from` and not before it.",
            required = true,
            schema = @Schema(type = SchemaType.STRING),
            example = "2026-01-01")
    @Nullable String to;

    @RestQuery
    @Parameter(
            description = "Only changes of documents about one of these institutions; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"iom\"]")
    List<String> institution = List.of();

    @RestQuery
    @Parameter(
            description = "Only changes of documents about one of these functions; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"coordination\"]")
    List<String> function = List.of();

    @RestQuery
    @Parameter(
            description = "With two instants: only what was valid on that day.",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Nullable String validAt;

    @RestQuery
    @Parameter(
            description = "With two days: the registry as it was known at that instant.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable String knownAt;

    /** Returns what is compared, which the page repeats. */
    ObjectNode json() {
        return Json.object()
                .put("axis", from != null && from.length() > LONGEST_DAY ? "knowledge" : "world")
                .put("from", from)
                .put("to", to)
                .put("validAt", validAt)
                .put("knownAt", knownAt);
    }
}
