package org.mandateatlas.functions.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.functions.function.Standing;

/**
 * Which institutions are mandated for which functions, and which perform them.
 *
 * @param institutions the institutions, by id
 * @param totals the totals
 */
@Schema(description = "Which institutions are mandated for which functions, and which perform them.")
public record Coverage(
        @Schema(description = "Valid time; default: today.") LocalDate validAt,

        @Schema(description = "Record time; null for the latest.", nullable = true) @Nullable Instant knownAt,

        @Schema(
                description =
                        "Log position that the response is computed from; request it to get the same response again.")
        String position,

        @Schema(description = "Agreed starting points, in order.")
        List<FunctionCoverage> functions,

        @Schema(description = "Functions set aside by states, in order.")
        List<FunctionCoverage> setAside,

        @Schema(description = "Institutions with information, by id.")
        List<InstitutionCoverage> institutions,

        CoverageTotals totals) {

    static Coverage of(BitemporalSnapshot snapshot, CoverageFilter filter) {
        var state = snapshot.state(filter.populations(), filter.includesUnconfirmed());
        var functions = state.coverage().stream()
                .filter(filter::passes)
                .map(function -> function.showing(filter::passes))
                .toList();
        var ids = functions.stream().map(FunctionCoverage::id).toList();
        return new Coverage(
                snapshot.day(),
                snapshot.registry().knownAt(),
                snapshot.registry().position().toString(),
                ofStanding(functions, Standing.STARTING_POINT),
                ofStanding(functions, Standing.SET_ASIDE),
                state.institutionStates().stream()
                        .filter(institutionState -> filter.passesInstitution(institutionState.id()))
                        .map(institutionState -> InstitutionCoverage.of(institutionState, ids))
                        .toList(),
                CoverageTotals.of(state, functions));
    }

    private static List<FunctionCoverage> ofStanding(List<FunctionCoverage> functions, Standing standing) {
        return functions.stream()
                .filter(function -> function.standing() == standing)
                .toList();
    }
}
