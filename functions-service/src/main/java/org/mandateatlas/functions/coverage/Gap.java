package org.mandateatlas.functions.coverage;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A gap in a function.
 *
 * @param kind its kind
 * @param cell the cell with the gap; null for a function gap
 */
public record Gap(GapKind kind, @Nullable CoverageCell cell) {

    static Stream<Gap> in(FunctionCoverage function) {
        return Stream.concat(
                function.classification() == Classification.GAP
                        ? Stream.of(new Gap(GapKind.FUNCTION, null))
                        : Stream.empty(),
                function.cells().stream().flatMap(cell -> switch (cell.state()) {
                    case MANDATED_ONLY -> Stream.of(new Gap(GapKind.CAPACITY, cell));
                    case PERFORMED_ONLY -> Stream.of(new Gap(GapKind.MANDATE, cell));
                    case MANDATED_AND_PERFORMED, UNCONFIRMED, EMPTY -> Stream.empty();
                }));
    }

    /** Returns the id of the institution; null for a function gap. */
    public @Nullable String institution() {
        return cell == null ? null : cell.institution();
    }
}
