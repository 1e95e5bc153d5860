package org.mandateatlas.processes.network;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of the network that hangs together.
 *
 * @param number its number, from 1 for the largest
 * @param institutions how many institutions it has
 * @param processes how many processes it has
 */
@Schema(description = "A part of the network that hangs together.")
public record NetworkComponent(
        @Schema(description = "Its number, from 1 for the largest.")
        int number,

        int institutions,
        int processes) {}
