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
        @Schema(examples = "iom") String institution,
        @Schema(examples = "berne-initiative") String process,

        @Schema(description = "Number of roles.") int weight,

        List<ParticipationRole> roles,

        @Schema(description = "Ids of the participations.") List<String> participations) {}
