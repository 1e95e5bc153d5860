package org.mandateatlas.processes.network;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.base.time.Validity.Status;
import org.mandateatlas.processes.participation.Participation;
import org.mandateatlas.processes.participation.ParticipationRole;
import org.mandateatlas.processes.process.GovernanceProcess;
import org.mandateatlas.processes.process.ProcessKind;

/** Filters of the network; values of one filter are alternatives. */
class NetworkFilter {

    @RestQuery
    @Parameter(
            description = "Roles; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = ParticipationRole.class))
    List<String> role = List.of();

    @RestQuery
    @Parameter(
            description = "Kinds of processes; repeatable.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = ProcessKind.class))
    List<String> kind = List.of();

    /** Validates the values. */
    NetworkFilter checked() {
        Parse.words("role", role, ParticipationRole.class);
        Parse.words("kind", kind, ProcessKind.class);
        return this;
    }

    /** Returns whether items of the status are included. */
    boolean passes(Status status) {
        return true;
    }

    boolean passes(GovernanceProcess process) {
        return kind.isEmpty() || kind.contains(EnumValues.of(process.kind()));
    }

    boolean passes(Participation participation) {
        return role.isEmpty() || role.contains(EnumValues.of(participation.role()));
    }
}
