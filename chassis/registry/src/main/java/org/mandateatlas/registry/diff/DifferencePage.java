package org.mandateatlas.registry.diff;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of differences.
 *
 * @param axis the time along which documents are compared
 * @param items the differences, the first change first
 * @param next the order key to continue after; null on the last page
 * @param total the number of differences on all pages; null unless withTotal is true
 * @param position the log position that the page reflects
 * @param knownAt the instant at which the registry was read
 */
@Schema(name = "DifferencePage", description = "A page of differences.")
public record DifferencePage(
        DiffAxis axis,
        List<Difference> items,

        @Schema(description = "Order key to continue after; null on the last page.", nullable = true) @Nullable String next,

        @Schema(description = "Number of differences on all pages; null unless withTotal is true.", nullable = true)
        @Nullable Long total,

        @Schema(description = "Log position of the page.", examples = "institution:151,mandate:208")
        String position,

        @Schema(description = "Instant at which the registry was read; read further pages with it as knownAt.")
        Instant knownAt) {}
