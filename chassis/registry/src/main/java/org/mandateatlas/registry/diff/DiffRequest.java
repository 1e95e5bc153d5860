package org.mandateatlas.registry.diff;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;

/** The parameters of a query for differences that other queries do not have. */
public class DiffRequest {

    @RestQuery
    @Parameter(
            description = "The day or the instant before the changes.",
            required = true,
            schema = @Schema(type = SchemaType.STRING),
            example = "2004-12-31")
    @Nullable String from;

    @RestQuery
    @Parameter(
            description = "The day or the instant after the changes: of the same kind as from, and not before it.",
            required = true,
            schema = @Schema(type = SchemaType.STRING),
            example = "2024-12-31")
    @Nullable String to;

    @RestQuery
    @Parameter(
            description = "Only documents about one of these institutions; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"iom\"]")
    List<String> institution = List.of();

    @RestQuery
    @Parameter(
            description = "Only documents about one of these functions; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"coordination\"]")
    List<String> function = List.of();

    @SuppressWarnings("NullAway") // Quarkus REST fills the fields
    DiffRequest() {}

    List<String> institutions() {
        return Parse.slugs("institution", institution).stream()
                .map(id -> "institution=" + id)
                .distinct()
                .toList();
    }

    List<String> functions() {
        return Parse.slugs("function", function).stream()
                .map(id -> "function=" + id)
                .distinct()
                .toList();
    }
}
