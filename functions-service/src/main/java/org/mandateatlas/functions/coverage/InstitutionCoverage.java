package org.mandateatlas.functions.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An institution with its mandated and performed functions.
 *
 * @param name its name on the day
 * @param abbreviation its abbreviation on the day
 */
@Schema(description = "An institution with its mandated and performed functions.")
public record InstitutionCoverage(
        @Schema(description = "Institution id.", examples = "iom")
        String id,

        @Schema(description = "Name on the date.") String name,

        @Schema(description = "Abbreviation on the date; null if it has none.", nullable = true) @Nullable String abbreviation,

        @Schema(description = "UN status on the date.", nullable = true) @Nullable String unStatus,

        @Schema(description = "Number of functions that it is mandated for or performs.")
        int breadth,

        @Schema(description = "Ids of the functions that it is mandated for.")
        List<String> mandated,

        @Schema(description = "Ids of the functions that it performs at any level.")
        List<String> performed,

        @Schema(description = "Ids of the functions for which its capacities are unconfirmed.")
        List<String> unconfirmed) {

    static InstitutionCoverage of(InstitutionState institutionState, List<String> functions) {
        var mandated = functions.stream()
                .filter(function -> institutionState.cell(function).hasMandate())
                .toList();
        var performed = functions.stream()
                .filter(function -> institutionState.cell(function).performs())
                .toList();
        var alsoPerformed = performed.stream()
                .filter(function -> !mandated.contains(function))
                .count();
        return new InstitutionCoverage(
                institutionState.id(),
                institutionState.name(),
                institutionState.abbreviation(),
                institutionState.unStatus(),
                mandated.size() + (int) alsoPerformed,
                mandated,
                performed,
                functions.stream()
                        .filter(function -> institutionState.cell(function).unconfirmed())
                        .toList());
    }
}
