package org.mandateatlas.processes.network;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity.Status;
import org.mandateatlas.processes.participation.ParticipationRole;

/**
 * The participation of an institution in a process.
 *
 * @param institution the institution's id
 * @param process the process's id
 * @param roles the roles
 * @param status current if one of the participations is; else unconfirmed
 * @param lastAttested the last date for which a source shows one of the participations; null unless the edge is unconfirmed
 */
@Schema(description = "The participation of an institution in a process.")
public record NetworkEdge(
        @Schema(description = "Institution id.", examples = "iom")
        String institution,

        @Schema(description = "Process id.", examples = "berne-initiative")
        String process,

        @Schema(description = "Number of roles.") int weight,

        @Schema(description = "Roles of the institution in the process.")
        List<ParticipationRole> roles,

        @Schema(
                description =
                        "Whether one of the participations is current on the date, or all of them are unconfirmed.")
        Status status,

        @Schema(
                description =
                        "Last date for which a source shows one of the participations, if the edge is unconfirmed; else null.",
                nullable = true)
        @Nullable PartialDate lastAttested,

        @Schema(description = "Ids of the participations.") List<String> participations) {}
