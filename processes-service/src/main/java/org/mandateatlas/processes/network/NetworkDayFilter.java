package org.mandateatlas.processes.network;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.base.time.Validity.Status;

/** Filters of the network on a day. A comparison has no status, because the end of attestation is not a change. */
class NetworkDayFilter extends NetworkFilter {

    private static final List<String> STATUSES =
            List.of(EnumValues.of(Status.CURRENT), EnumValues.of(Status.UNCONFIRMED));

    @RestQuery
    @Parameter(
            description =
                    "Whether processes and participations are `current` on the date or `unconfirmed`, that is, attested for earlier dates only and not known to have ended; repeatable. Default: both.",
            schema =
                    @Schema(
                            type = SchemaType.ARRAY,
                            implementation = String.class,
                            enumeration = {"current", "unconfirmed"}))
    List<String> status = List.of();

    @Override
    NetworkDayFilter checked() {
        super.checked();
        Parse.words("status", status, STATUSES);
        return this;
    }

    @Override
    boolean passes(Status itemStatus) {
        return status.isEmpty() || status.contains(EnumValues.of(itemStatus));
    }
}
