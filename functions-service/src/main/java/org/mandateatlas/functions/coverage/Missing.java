package org.mandateatlas.functions.coverage;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something missing in a function.
 *
 * @param kind what
 * @param cell where; null where it is somebody who fills the function
 */
public record Missing(GapKind kind, @Nullable CoverageCell cell) {

    static Stream<Missing> in(FunctionCoverage function) {
        return Stream.concat(
                function.classification() == Classification.GAP
                        ? Stream.of(new Missing(GapKind.FUNCTION, null))
                        : Stream.empty(),
                function.cells().stream().flatMap(cell -> switch (cell.state()) {
                    case MANDATED_ONLY -> Stream.of(new Missing(GapKind.CAPACITY, cell));
                    case PERFORMED_ONLY -> Stream.of(new Missing(GapKind.MANDATE, cell));
                    case MANDATED_AND_PERFORMED, EMPTY -> Stream.empty();
                }));
    }

    /** Returns the id of the institution; null where it is somebody who fills the function. */
    public @Nullable String institution() {
        return cell == null ? null : cell.institution();
    }
}
