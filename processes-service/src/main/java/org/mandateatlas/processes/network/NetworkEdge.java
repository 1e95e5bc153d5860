package org.mandateatlas.processes.network;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.processes.participation.ParticipationRole;

/**
 * An institution's part in a process.
 *
 * @param institution the institution's id
 * @param process the process's id
 * @param weight in how many roles it takes part
 * @param roles the roles
 * @param participations ids of the participations behind it
 */
@Schema(description = "An institution's part in a process.")
public record NetworkEdge(
        @Schema(examples = "iom") String institution,
        @Schema(examples = "berne-initiative") String process,

        @Schema(description = "In how many roles it takes part.")
        int weight,

        List<ParticipationRole> roles,

        @Schema(description = "Ids of the participations behind it.")
        List<String> participations) {}
