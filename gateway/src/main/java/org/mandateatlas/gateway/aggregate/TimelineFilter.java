package org.mandateatlas.gateway.aggregate;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which items of the timeline; the services read the parameters. */
class TimelineFilter {

    @RestQuery
    @Parameter(
            description = "Only what may have happened on that day or later.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2001-01-01")
    @Nullable String from;

    @RestQuery
    @Parameter(
            description = "Only what may have happened on that day or earlier.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2004-12-31")
    @Nullable String to;

    @RestQuery
    @Parameter(
            description = "Only items about one of these institutions; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"iom\"]")
    List<String> institution = List.of();

    @RestQuery
    @Parameter(
            description = "Only items about one of these functions; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"coordination\"]")
    List<String> function = List.of();

    @RestQuery
    @Parameter(
            description = "Only items about one of these processes; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"berne-initiative\"]")
    List<String> process = List.of();

    @RestQuery
    @Parameter(
            description = "Only these kinds of event; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"mandate-established\"]")
    List<String> event = List.of();

    @RestQuery
    @Parameter(
            description = "Only documents valid on that day, as they were then.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2004-12-31")
    @Nullable String validAt;

    @RestQuery
    @Parameter(
            description = "The registry as it was known at that instant.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable String knownAt;
}
