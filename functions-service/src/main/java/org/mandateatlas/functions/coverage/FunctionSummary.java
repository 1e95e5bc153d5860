package org.mandateatlas.functions.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.functions.function.Standing;

/**
 * Summary of a function's coverage.
 *
 * @param name its name
 * @param standing its standing
 * @param classification whether no, one or several institutions fill it, or whether that is not confirmed
 * @param lastAttested the last date for which a source decides that; null unless it is unconfirmed
 * @param leads ids of the institutions that lead it
 * @param mandated the number of institutions mandated for it
 * @param performed the number of institutions that perform it at any level
 * @param unconfirmed the number of institutions whose capacities are unconfirmed
 */
@Schema(description = "Summary of a function's coverage.")
public record FunctionSummary(
        @Schema(description = "Function id.", examples = "coordination")
        String id,

        @Schema(description = "Name of the function.") String name,
        Standing standing,
        Classification classification,

        @Schema(
                description = "Last date for which a source shows who fills it, if it is unconfirmed; else null.",
                nullable = true)
        @Nullable PartialDate lastAttested,

        @Schema(description = "Ids of the institutions that lead it.")
        List<String> leads,

        @Schema(description = "Number of institutions mandated for it.")
        int mandated,

        @Schema(description = "Number of institutions that perform it at any level.")
        int performed,

        @Schema(description = "Number of institutions whose capacities are unconfirmed.")
        int unconfirmed) {

    /** Returns the summary of a function's coverage. */
    public static FunctionSummary of(FunctionCoverage coverage) {
        return new FunctionSummary(
                coverage.id(),
                coverage.name(),
                coverage.standing(),
                coverage.classification(),
                coverage.lastAttested(),
                coverage.leads(),
                coverage.mandated(),
                coverage.performed(),
                coverage.unconfirmed());
    }
}
