package org.mandateatlas.registry.http;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of an export of a collection, besides its filters. */
public class ExportRequest extends CollectionRequest {

    @RestQuery
    @Parameter(
            description = "Maximum number of documents; the header `Link` then has the URL of the rest. Default: all.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500"))
    @Nullable String limit;

    @Override
    @Nullable String limit() {
        return limit;
    }
}
