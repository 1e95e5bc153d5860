package org.mandateatlas.gateway.aggregate;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The words to search for, and the two times; the services read them. */
class SearchFilter {

    @RestQuery
    @Parameter(
            description = "The words to search for; at least one letter or digit.",
            required = true,
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 2000),
            example = "unhcr")
    @Nullable String q;

    @RestQuery
    @Parameter(
            description = "Only what was valid on that day, and as it was then.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2004-12-31")
    @Nullable String validAt;

    @RestQuery
    @Parameter(
            description = "The registry as it was known at that instant.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable String knownAt;
}
