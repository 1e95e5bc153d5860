package org.mandateatlas.registry.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameter of every CSV export. */
public class CsvRequest {

    @RestQuery
    @Parameter(
            description = "How texts are written. Default: guarded.",
            schema = @Schema(implementation = CsvDialect.class),
            example = "raw")
    @Nullable String csv;

    CsvRequest() {}

    CsvDialect dialect() {
        return CsvDialect.of(csv);
    }
}
