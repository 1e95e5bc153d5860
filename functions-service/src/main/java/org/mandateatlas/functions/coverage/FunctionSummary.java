package org.mandateatlas.functions.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.functions.function.Standing;

/**
 * A function's coverage in short.
 *
 * @param id its id
 * @param name its name
 * @param standing whether states can begin with it or set it aside
 * @param classification whether nobody, one or several institutions fill it
 * @param leads ids of the institutions that lead it
 * @param mandated how many institutions are mandated for it
 * @param performed how many perform it, at whichever level
 */
@Schema(description = "A function's coverage in short.")
public record FunctionSummary(
        @Schema(examples = "coordination") String id,
        String name,
        Standing standing,
        Classification classification,
        List<String> leads,
        int mandated,
        int performed) {

    /** Returns the summary of a function's coverage. */
    public static FunctionSummary of(FunctionCoverage covered) {
        return new FunctionSummary(
                covered.id(),
                covered.name(),
                covered.standing(),
                covered.classification(),
                covered.leads(),
                covered.mandated(),
                covered.performed());
    }
}
