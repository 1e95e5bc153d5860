package org.mandateatlas.registry.http;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.registry.ReferenceNameRepository;

/** The parameters of a page of a collection, besides its filters. */
public class ListRequest extends CollectionRequest {

    @RestQuery
    @Parameter(
            description = "Maximum number of documents. Default: 50.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
    @Nullable String limit;

    @RestQuery
    @Parameter(
            description = "Whether to include the total number of documents.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Nullable String withTotal;

    @RestQuery
    @Parameter(
            description =
                    "`referenceNames` adds the display names of the documents that are referred to, by `stream/id`.",
            schema = @Schema(type = SchemaType.STRING, enumeration = "referenceNames"))
    @Nullable String include;

    @Override
    @Nullable String limit() {
        return limit;
    }

    boolean includesNames() {
        return include != null
                && !Parse.words("include", List.of(include), List.of(ReferenceNameRepository.FIELD))
                        .isEmpty();
    }

    boolean total() {
        return Parse.flag("withTotal", withTotal);
    }
}
