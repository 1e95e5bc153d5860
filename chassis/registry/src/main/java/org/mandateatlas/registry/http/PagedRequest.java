package org.mandateatlas.registry.http;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;

/** The parameters of paged queries. */
public class PagedRequest {

    @RestQuery
    @Parameter(
            description = "Order key to continue after: the next of the previous page, or the order of any item of any"
                    + " service.",
            schema = @Schema(type = SchemaType.STRING))
    @Nullable String after;

    @RestQuery
    @Parameter(
            description = "Whether to count the items of all pages.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Nullable String withTotal;

    @SuppressWarnings("NullAway") // Quarkus REST fills the fields
    PagedRequest() {}

    /** Returns the order key to continue after; null from the start. */
    public @Nullable String after() {
        return after;
    }

    /** Returns whether to count all items. */
    public boolean total() {
        return Parse.flag("withTotal", withTotal);
    }
}
