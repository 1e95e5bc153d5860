package org.mandateatlas.functions.simulation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.functions.option.Operation;

/**
 * A reform to simulate.
 *
 * @param operations what it does, in order; at most 100
 */
@Schema(description = "A reform to simulate.")
public record SimulationRequest(
        @Schema(description = "What it does, in order; at most 100. None changes nothing.", maxItems = 100)
        List<Operation> operations) {

    @SuppressWarnings({"NullAway", "ConstantValue"}) // readers of JSON leave out what is empty
    public SimulationRequest {
        operations = operations == null ? List.of() : List.copyOf(operations);
    }
}
