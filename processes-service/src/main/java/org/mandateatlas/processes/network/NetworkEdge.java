package org.mandateatlas.processes.network;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.processes.participation.ParticipationRole;

/**
 * The participation of an institution in a process.
 *
 * @param institution the institution's id
 * @param process the process's id
 * @param roles the roles
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

        @Schema(description = "Ids of the participations.") List<String> participations) {}
