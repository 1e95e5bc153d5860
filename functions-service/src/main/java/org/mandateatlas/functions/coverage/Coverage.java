package org.mandateatlas.functions.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.functions.function.Standing;

/**
 * Which institution is mandated for which function, and which really performs it.
 *
 * @param validAt the day of the world
 * @param knownAt the instant of our knowledge; null for the latest
 * @param position the point of the logs that it rests on
 * @param functions the functions that states can begin with, in their order
 * @param setAside the functions that states set aside, in their order
 * @param institutions the institutions, by id
 * @param totals what it comes to
 */
@Schema(description = "Which institution is mandated for which function, and which really performs it.")
public record Coverage(
        @Schema(description = "The day of the world; today unless asked for.")
        LocalDate validAt,

        @Schema(description = "The instant of our knowledge; null for the latest.", nullable = true) @Nullable Instant knownAt,

        @Schema(description = "The point of the logs that it rests on; ask for it to get the same answer again.")
        String position,

        @Schema(description = "The functions that states can begin with, in their order.")
        List<FunctionCoverage> functions,

        @Schema(description = "The functions that states set aside, in their order.")
        List<FunctionCoverage> setAside,

        List<InstitutionCoverage> institutions,
        CoverageTotals totals) {

    static Coverage of(Moment moment, CoverageFilter filter) {
        var world = moment.world(filter.populations());
        var functions = world.coverage().stream()
                .filter(filter::passes)
                .map(function -> function.showing(filter::passes))
                .toList();
        var ids = functions.stream().map(FunctionCoverage::id).toList();
        return new Coverage(
                moment.day(),
                moment.known().knownAt(),
                moment.known().position().toString(),
                ofStanding(functions, Standing.STARTING_POINT),
                ofStanding(functions, Standing.SET_ASIDE),
                world.placements().stream()
                        .filter(placement -> filter.passesInstitution(placement.id()))
                        .map(placement -> InstitutionCoverage.of(placement, ids))
                        .toList(),
                CoverageTotals.of(world, functions));
    }

    private static List<FunctionCoverage> ofStanding(List<FunctionCoverage> functions, Standing standing) {
        return functions.stream()
                .filter(function -> function.standing() == standing)
                .toList();
    }
}
