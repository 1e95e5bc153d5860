package org.mandateatlas.functions.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.functions.function.Standing;

/**
 * Summary of a function's coverage.
 *
 * @param name its name
 * @param standing its standing
 * @param classification whether no, one or several institutions fill it
 * @param leads ids of the institutions that lead it
 * @param mandated the number of institutions mandated for it
 * @param performed the number of institutions that perform it at any level
 */
@Schema(description = "Summary of a function's coverage.")
public record FunctionSummary(
        @Schema(examples = "coordination") String id,
        String name,
        Standing standing,
        Classification classification,
        List<String> leads,
        int mandated,
        int performed) {

    /** Returns the summary of a function's coverage. */
    public static FunctionSummary of(FunctionCoverage coverage) {
        return new FunctionSummary(
                coverage.id(),
                coverage.name(),
                coverage.standing(),
                coverage.classification(),
                coverage.leads(),
                coverage.mandated(),
                coverage.performed());
    }
}
