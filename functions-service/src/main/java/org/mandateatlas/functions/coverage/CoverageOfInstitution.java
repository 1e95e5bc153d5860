package org.mandateatlas.functions.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.functions.function.Standing;

/**
 * The coverage of each function by one institution.
 *
 * @param institution the institution
 * @param functions the functions that it is mandated for or performs, or for which the reason for its absence is known, in order
 */
@Schema(description = "The coverage of each function by one institution.")
public record CoverageOfInstitution(
        @Schema(description = "Valid time; default: today.") LocalDate validAt,

        @Schema(description = "Record time; null for the latest.", nullable = true) @Nullable Instant knownAt,

        @Schema(
                description =
                        "Log position that the response is computed from; request it to get the same response again.")
        String position,

        InstitutionCoverage institution,

        @Schema(
                description =
                        "The functions that it is mandated for or performs, or for which the reason for its absence is known, in order.")
        List<FunctionCell> functions) {

    static CoverageOfInstitution of(String id, BitemporalSnapshot snapshot, boolean includeUnconfirmed) {
        var state = snapshot.state(includeUnconfirmed);
        var institution = state.institutionState(id);
        var functions = state.functions();
        return new CoverageOfInstitution(
                snapshot.day(),
                snapshot.registry().knownAt(),
                snapshot.registry().position().toString(),
                InstitutionCoverage.of(
                        institution,
                        functions.stream().map(function -> function.id()).toList()),
                functions.stream()
                        .filter(function -> institution.cells().containsKey(function.id()))
                        .map(function -> new FunctionCell(
                                function.id(),
                                function.name(),
                                function.standing(),
                                CellSummary.of(state, function.id(), id)))
                        .toList());
    }

    /**
     * The cell of a function.
     *
     * @param id the function
     * @param name its name
     * @param standing its standing
     * @param cell the summary of the cell
     */
    @Schema(description = "The cell of a function.")
    public record FunctionCell(
            @Schema(description = "Function id.", examples = "coordination")
            String id,

            @Schema(description = "Name of the function.") String name,
            Standing standing,
            CellSummary cell) {}
}
