package org.mandateatlas.functions.simulation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.functions.option.Operation;

/** Operations to simulate. */
@Schema(description = "Operations to simulate.")
public record SimulationRequest(
        @Schema(description = "Operations in order; at most 100.", maxItems = 100)
        List<Operation> operations) {}
