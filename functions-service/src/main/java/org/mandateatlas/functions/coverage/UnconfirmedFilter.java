package org.mandateatlas.functions.coverage;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;

/** Whether capacities count after their last attestation. */
public class UnconfirmedFilter {

    @RestQuery
    @Parameter(
            description =
                    "`true` to count unconfirmed capacities as performed: those that are attested for earlier dates only and not known to have ended. By default they neither close nor open a gap.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Nullable String includeUnconfirmed;

    /** Returns whether unconfirmed capacities count as current ones. */
    public boolean includesUnconfirmed() {
        return Parse.flag("includeUnconfirmed", includeUnconfirmed);
    }
}
