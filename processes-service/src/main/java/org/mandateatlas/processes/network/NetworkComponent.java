package org.mandateatlas.processes.network;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A connected component of the network.
 *
 * @param institutions number of institutions
 * @param processes number of processes
 */
@Schema(description = "A connected component of the network.")
public record NetworkComponent(
        @Schema(description = "Number, from 1 for the largest component.")
        int number,

        @Schema(description = "Number of institutions.") int institutions,
        @Schema(description = "Number of processes.") int processes) {}
